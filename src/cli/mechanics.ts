/** `paycurve mechanics [NAME]`: what a plan can say, printed from the mechanics themselves. */
import type { Command } from './command.ts';
import { EXIT } from './exit.ts';

export const mechanics: Command = {
  name: 'mechanics',
  operands: '[NAME]',
  least: 0,
  most: 1,
  summary: 'what a plan can say: all mechanics, or one with its fields and an example',
  examples: [
    ['paycurve mechanics', 'lists the formulas and rules a component can have'],
    ['paycurve mechanics tiers', 'explains one, with every field and a worked example'],
  ],
  options: [],
  async run(session) {
    const [{ MECHANICS }, { PAYMENTS }] = await Promise.all([import('../mechanic/index.ts'), import('../mechanic/payments.ts')]);
    const { mechanicList, mechanicPage } = await import('../report/mechanic.ts');
    const name = session.operands[0];
    if (name === undefined) {
      await session.result(mechanicList(MECHANICS, PAYMENTS));
      return EXIT.done;
    }
    const found = [...MECHANICS, ...PAYMENTS].find((mechanic) => mechanic.key === name);
    if (found !== undefined) {
      await session.result(mechanicPage(found));
      return EXIT.done;
    }
    const [{ TRADE_WORDS, tradeWord }, { LANGUAGE_PAGES }, { wrapped }] = await Promise.all([import('./trade-words.ts'), import('./language/index.ts'), import('../report/wrap.ts')]);
    const says = tradeWord(name) ?? (LANGUAGE_PAGES.some((page) => page.name === name) ? `${name} is no mechanic, but a part of the plan language: see paycurve help ${name}.` : undefined);
    if (says === undefined) {
      const { suggest } = await import('../diagnostic/suggest.ts');
      const [keys, words] = [[...MECHANICS, ...PAYMENTS].map((mechanic) => mechanic.key), TRADE_WORDS.flatMap((one) => one.words)];
      return session.noPage('mechanic', name, suggest(name, keys).length === 0 && suggest(name, words).length > 0 ? words : keys);
    }
    await session.result(`${wrapped(says, 96).join('\n')}\n`);
    return EXIT.done;
  },
};
