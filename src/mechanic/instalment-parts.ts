/** The parts of instalments as a plan writes them: how large each is, and how many periods after its own it is paid (TIM-16). */
import type { ListNode, MapNode, Node } from '../document/node.ts';
import { shortText } from '../value/display.ts';
import { Exact, ONE, total } from '../value/exact.ts';
import { COUNT, readCount } from './count-field.ts';
import { field, list } from './field.ts';
import type { JsonSchema, Reader, Words } from './mechanic.ts';
import { readShare, SHARE } from './share-field.ts';

export interface Part {
  /** Of the whole; of equal parts 1 each. */
  readonly share: Exact;
  /** Periods after that of the amount; 0 is at once. */
  readonly after: number;
}

export const PART_FIELDS: Readonly<Record<string, JsonSchema>> = {
  parts: field('Into how many equal parts, or the share of each part; together they make 100 %.', [3, ['75%', '10%', '10%', '5%']], { type: ['number', 'string', 'array'], if: { type: 'array' }, then: list(field('The share of this part.', ['75%'], SHARE), 2, 120), else: COUNT }),
  every: field('A part every so many periods, the first at once. Without it: in each period.', [3], COUNT),
  after: field('For each part, how many periods after its own it is paid; 0 is at once.', [[0, 10, 11, 12]], list(field('Periods after its own.', [10], COUNT), 2, 120)),
};

/** In the order in which they are paid; undefined after a problem. */
export function readParts(node: MapNode, reader: Reader): readonly Part[] | undefined {
  const shares = readShares(node.get('parts')!, reader);
  const [every, after] = [node.get('every'), node.get('after')];
  if (every !== undefined && after !== undefined) {
    reader.problem('P425', 'the instalments say twice when they are paid', node.entry('every')!.keyAt, { pointer: node.pointer, hint: 'write every: how many periods lie between two parts, or after: when each is paid' });
    return undefined;
  }
  if (after !== undefined) {
    const times = shares === undefined || after.kind !== 'list' ? undefined : readTimes(after, shares.length, reader);
    return times && shares!.map((share, at) => ({ share, after: times[at]! }));
  }
  const step = every === undefined ? 1 : readCount(every, 1, 'periods', reader);
  if (shares === undefined || step === undefined) return undefined;
  return shares.map((share, at) => ({ share, after: at * step }));
}

function readShares(node: Node, reader: Reader): readonly Exact[] | undefined {
  if (node.kind !== 'list') {
    const count = readCount(node, 2, 'parts', reader);
    return count === undefined ? undefined : Array.from({ length: count }, () => ONE);
  }
  const shares = node.items.map((item) => readShare(item, reader));
  if (shares.some((share) => share === undefined)) return undefined;
  const sum = total(shares as readonly Exact[]);
  if (sum.equals(ONE)) return shares as readonly Exact[];
  reader.problem('P430', `the parts make ${shortText(sum.times(Exact.of(100)))} %`, node, { found: node.items.map((item) => (item.kind === 'scalar' ? item.text : '')).join(' + '), hint: 'let the shares of the parts make 100 % together; a third is 1/3' });
  return undefined;
}

function readTimes(node: ListNode, parts: number, reader: Reader): readonly number[] | undefined {
  const times = node.items.map((item) => (item.kind === 'scalar' && /^(0|[1-9]\d{0,2})$/.test(item.text) ? +item.text : undefined));
  const wrong = times.findIndex((time, at) => time === undefined || (at > 0 && time <= times[at - 1]!));
  if (wrong < 0 && times.length === parts) return times as readonly number[];
  const item = node.items[wrong];
  const text = item?.kind === 'scalar' ? item.text : '';
  const message = item === undefined ? `${parts} parts have ${times.length} times` : times[wrong] === undefined ? `"${text}" is no number of periods` : `the part after ${text} periods does not come after the one before it`;
  reader.problem('P431', message, item ?? node, { ...(item === undefined ? {} : { found: text }), hint: 'write for each part how many periods after its own it is paid, from 0 to 999, in order of time' });
  return undefined;
}

/** `3 equal parts, the first at once and one in each period after`. */
export function atPhrase(parts: readonly Part[], words: Words): string {
  const count = parts.length;
  const step = parts[1]!.after - parts[0]!.after;
  const regular = parts[0]!.after === 0 && parts.every(({ after }, at) => after === at * step);
  const equal = parts.every(({ share }) => share.equals(ONE));
  if (equal && regular) return `${count} equal parts, the first at once and one ${step === 1 ? 'in each period' : `every ${step} periods`} after`;
  const when = ({ after }: Part): string => (after === 0 ? 'at once' : after === 1 ? 'in the next period' : `${after} periods later`);
  const each = parts.map((part) => (equal ? when(part) : `${words.percent(part.share)} ${when(part)}`));
  return `${count} ${equal ? 'equal ' : ''}parts: ${each.slice(0, -1).join(', ')} and ${each.at(-1)!}`;
}
