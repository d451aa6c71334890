/** `paycurve help [TOPIC]`: short pages about what holds everywhere. Order of operations and codes come from the program itself. */
import type { Command } from './command.ts';
import { EXIT } from './exit.ts';

export const help: Command = {
  name: 'help',
  operands: '[TOPIC]',
  least: 0,
  most: 1,
  summary: 'topics that hold everywhere: order of operations, exit codes, numbers, dates, …',
  examples: [
    ['paycurve help', 'lists the topics'],
    ['paycurve help order', 'shows in which order a component is computed'],
  ],
  options: [],
  async run(session) {
    const { TOPICS, topicList } = await import('./topics.ts');
    const name = session.operands[0];
    if (name === undefined) {
      await session.result(topicList());
      return EXIT.done;
    }
    const topic = TOPICS.find((one) => one.name === name);
    if (topic !== undefined) {
      await session.result(`${(await topic.text()).trim()}\n`);
      return EXIT.done;
    }
    const { COMMANDS } = await import('./commands.ts');
    const command = COMMANDS.find((one) => one.name === name);
    if (command === undefined) {
      const elsewhere = await mechanicsWord(name);
      if (elsewhere !== undefined) {
        await session.result(`${elsewhere}\n`);
        return EXIT.done;
      }
      return session.noPage('help topic', name, [...TOPICS.map((one) => one.name), ...COMMANDS.map((one) => one.name)]);
    }
    const { commandPage } = await import('./usage-page.ts');
    await session.result(commandPage(command));
    return EXIT.done;
  },
};

/** A mechanic or a word of the trade has its page elsewhere: `help` answers as `mechanics` answers a page of the language. */
async function mechanicsWord(name: string): Promise<string | undefined> {
  const [{ MECHANICS }, { PAYMENTS }, { tradeWord }, { wrapped }] = await Promise.all([import('../mechanic/index.ts'), import('../mechanic/payments.ts'), import('./trade-words.ts'), import('../report/wrap.ts')]);
  if ([...MECHANICS, ...PAYMENTS].some((mechanic) => mechanic.key === name)) return `${name} is a mechanic: see paycurve mechanics ${name}.`;
  const says = tradeWord(name);
  return says === undefined ? undefined : wrapped(says, 96).join('\n');
}
