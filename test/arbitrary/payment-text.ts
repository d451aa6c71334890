/** A payment rule of the oracle as the line of `adjust` a user would write. */
import type { EndJson, PacedJson, PaymentJson, PointJson } from '../oracle/world.ts';

const paced = ({ byService, rungs }: PacedJson): string => {
  const one = ({ amount, pace }: PacedJson['rungs'][number]): string => (amount === '0' ? '0' : `${amount} per ${pace}`);
  return byService ? `{ ${rungs.map((rung) => `${rung.from}: ${one(rung)}`).join(', ')} }` : one(rungs[0]!);
};
const point = (at: PointJson): string => ('day' in at ? at.day : `${at.number}`);
const until = (at: PointJson | null): string[] => (at === null ? [] : [`until: ${point(at)}`]);
const end = (at: EndJson): string => (typeof at === 'string' ? at : `{ collect-down-to: ${at.downTo}, rest: ${at.rest} }`);
const of = (ids: readonly string[] | null): string[] => (ids === null ? [] : [`of: [${ids.join(', ')}]`]);
const resets = (at: string | null): string[] => (at === null ? [] : [`resets: ${at}`]);
const count = (key: string, at: number | null): string[] => (at === null ? [] : [`${key}: ${at}`]);

export function paymentText(rule: PaymentJson): string {
  return `  - ${rule.kind}: { ${[...fields(rule), `account: ${rule.account}`].join(', ')} }`;
}

function fields(rule: PaymentJson): string[] {
  switch (rule.kind) {
    case 'negative':
      return [`rule: ${rule.rule}`, ...count('expires-after', rule.expires), ...resets(rule.resets), ...(rule.leaving === 'carry' ? [] : [`on-leaving: ${rule.leaving}`])];
    case 'draw':
      return [`recoverable: ${paced(rule.amount)}`, ...(rule.recover === '100%' ? [] : [`recover: ${rule.recover}`]), ...(rule.from === null ? [] : [`from: ${point(rule.from)}`]), ...(rule.downTo === null ? [] : [`down-to: ${paced(rule.downTo)}`]), ...until(rule.until), ...(rule.end === 'carry' ? [] : [`at-end: ${end(rule.end)}`])];
    case 'guarantee':
      return [`least: ${paced(rule.amount)}`, ...until(rule.until)];
    case 'advance':
      return [`pays: ${paced(rule.amount)}`, ...(rule.after === 1 ? [] : [`settle-after: ${rule.after}`]), ...until(rule.until)];
    case 'hold':
      return [`share: ${rule.share}`, ...of(rule.of), 'hand' in rule.until ? 'until: by-hand' : 'number' in rule.until ? `for: ${rule.until.number}` : `until: ${rule.until.day}`, ...count('forfeit-after', rule.forfeitAfter), ...(rule.leaving === 'continue' ? [] : [`on-leaving: ${rule.leaving}`])];
    case 'instalments':
      return [`parts: ${typeof rule.parts === 'number' ? rule.parts : `[${rule.parts.join(', ')}]`}`, ...(rule.after !== null ? [`after: [${rule.after.join(', ')}]`] : rule.every === 1 ? [] : [`every: ${rule.every}`]), ...of(rule.of), ...(rule.spread ? ['negative: spread'] : []), ...(rule.leaving === 'continue' ? [] : [`on-leaving: ${rule.leaving}`])];
    case 'payment-cap':
      return [`at: ${paced(rule.amount)}`, ...(rule.over === null ? [] : [`over: ${rule.over}`]), ...(rule.atEnd === 'carry' ? [] : [`at-end: ${rule.atEnd}`]), ...count('expires-after', rule.expires), ...resets(rule.resets), ...(rule.resets === null ? [] : [`at-reset: ${rule.atReset}`]), ...(rule.leaving === 'continue' ? [] : [`on-leaving: ${rule.leaving}`])];
    case 'minimum-payment':
      return [`at: ${rule.at}`, ...(rule.leaving === 'pay' ? [] : [`on-leaving: ${rule.leaving}`])];
  }
}
