/**
 * Clawback: a sale that came to nothing gives back what was earned on it, all of it, a part, or the part that was not kept
 * (TIM-17 to TIM-20). It acts when the line is known, after minimum and cap: what comes back is a part of what was paid.
 */
import type { Node } from '../document/node.ts';
import { ONE, ZERO, type Exact } from '../value/exact.ts';
import { dayText } from '../value/day.ts';
import { matches, matchWords, readMatch, type Match } from './deal-match.ts';
import { columnsOf, lastDay, passed, readDuration, type Duration } from './duration.ts';
import { field, FORMULA, list, map, oneOf } from './field.ts';
import type { JsonSchema, Mechanic, Reader, Returned, ReturnRules } from './mechanic.ts';

interface Clawback extends ReturnRules {
  /** A fixed share, or what of the term was not kept. */
  readonly takes: { readonly share: Exact } | { readonly term: Duration };
  /** Undefined: at any time. */
  readonly within: Duration | undefined;
  readonly except: Match;
}

const BY_TIME = 'by elapsed time';
const WANTED: JsonSchema = { type: ['string', 'number', 'array'], if: { type: 'array' }, then: list({ type: ['string', 'number'] }, 1, 500), else: { type: ['string', 'number'] } };
const DURATION = { type: 'string' } as const;

export const clawback: Mechanic<Clawback> = {
  key: 'clawback',
  kind: 'rule',
  step: 13,
  where: ['component'],
  summary: 'takes back what was earned on a sale that is returned or cancelled',
  about: `A return is a row of its own that names its original (refers-to in paycurve.yaml). It is credited to those whom the original was credited to, under the plan of then, also when they have left it for another plan, and takes back what they earned on it: "takes: all", a part such as 50%, or "by elapsed time", which is 1 − kept ÷ term (full months where the term is in months, and 31 January to 28 February is one; days where it is in days or a date). A return of half a sale takes half of that.
Never more than was earned comes back, also in cents: the deals of a line share its rounded amount by largest remainder, several returns of one sale are rounded together, and a return larger than the sale takes back no more than the sale. Beside rows that pay less than nothing each sale earned its own pay, as multiplier, minimum and cap scaled the sum. What the excess of a credit cap pays is earned on the deal it was cut off.
"rate: original" takes what the sale itself earned, in its place in the table, after multiplier, minimum and cap; in a component that accumulates with whole tiers, at the rate that its window has reached. "rate: re-rate" takes the difference between what the window of the sale earned with it and what it earns without it. A sale may lie in any earlier period or year.
"attainment: reverse" lowers the measure in the window of the return, so that later deals stand lower in the table; "keep" leaves it, and with it every sum, count and ratio that tables, multipliers and gates of the component read: the return counts in none of them. Measures across groups count it all the same. Re-rating counts in the window of the sale, so it has no such word, and the window of the return stays as with keep.
"within" is how long after the sale a return still takes back; its last day is inside, and "any time" has no end. "except" lists sales that are never taken back. A row that brings a returned sale back (a positive amount that names the sale) gives back what was taken.
"unmatched" says what a return does whose original is not in the data or is no sale of the payee under this plan: error stops the run, as-sale is a negative sale at today's rate, nothing takes back nothing. Each is shown; with attainment: reverse it lowers the measure even so. A sale that earned nothing gives back nothing. A term that is blank was not kept at all; a window that is blank has no end. A return that stands before its original waits for it.
Amounts taken back may make the period negative. Also called chargeback, reversal or recapture.`,
  schema: map(
    {
      takes: field('How much of what was earned: all, a share, or what of the term was not kept (1 − kept ÷ term).', ['all', '50%', BY_TIME], FORMULA),
      term: field('With by elapsed time: how long a sale must be kept, as 12 months or 365 days, or the column of the sale with its months or its last day.', ['12 months', 'contract_months', 'contract_end'], DURATION),
      within: field('How long after the sale a return takes back; the last day is inside. A length, a column of the sale, or any time.', ['90 days', '12 months', 'any time'], DURATION),
      rate: field('At which rate.', ['original'], oneOf({ original: 'what the sale itself earned', 're-rate': 'the difference that it makes to the window of the sale' })),
      attainment: field('With rate: original: whether the return lowers the measure in its own window.', ['reverse'], oneOf({ reverse: 'later deals stand lower in the table', keep: 'attainment stays as it was, and so does every measure of the payee that the component reads' })),
      unmatched: field('What a return does whose original is not known or earned nothing here.', ['error'], oneOf({ error: 'the run stops and names it', 'as-sale': 'it is a negative sale at the rate of its own day', nothing: 'it takes back nothing and is shown' })),
      except: field('Sales that are never taken back: columns of the sale, each with a value or a list of values.', [{ product: ['Setup'] }], { type: 'object', additionalProperties: WANTED, minProperties: 1, maxProperties: 20 }),
    },
    ['takes', 'within', 'rate', 'unmatched'],
    { defaultSnippets: [{ label: 'full clawback', body: { takes: 'all', within: '${1:90 days}', rate: 'original', attainment: 'reverse', unmatched: 'error' } }] },
  ),
  read: (node, reader) => (node.kind === 'map' ? readClawback((key) => node.get(key), node, reader) : undefined),
  calculate: (_config, { amount }) => ({ amount, text: () => 'nothing was returned' }),
  formulas: () => [],
  returns: {
    rules: ({ rate, attainment, unmatched }) => ({ rate, attainment, unmatched }),
    columns: ({ takes, within, except }) => [...('term' in takes ? columnsOf(takes.term) : []), ...columnsOf(within), ...except.keys()],
    share,
  },
  branches: ({ within, except }) => [{ name: 'takes back' }, { name: 'after the window', ...(within === undefined ? { never: true } : {}) }, { name: 'never taken back', ...(except.size === 0 ? { never: true } : {}) }],
  describe({ takes, within, except, rate, attainment, unmatched }, words) {
    const much = 'term' in takes ? `the part of what it earned that was not kept for ${takes.term.text}` : takes.share.equals(ONE) ? 'what it earned' : `${words.percent(takes.share)} of what it earned`;
    const how = rate === 'original' ? (attainment === 'reverse' ? 'Attainment falls with it.' : 'Attainment stays.') : 'What it earned is the difference that it makes to its window.';
    const not = except.size === 0 ? '' : ` Sales of ${matchWords(except, words)} are never taken back.`;
    const lost = { error: 'A return without a known sale is refused.', 'as-sale': 'A return without a known sale is a negative sale.', nothing: 'A return without a known sale takes back nothing.' }[unmatched];
    return `A sale that is returned ${within === undefined ? 'at any time' : `within ${within.text}`} gives back ${much}, never more than that. ${how}${not} ${lost}`;
  },
  example: {
    title: 'Nine months of a year were paid for nothing',
    yaml: `sales_commission:
  commission on: revenue
  rate: 5%
  clawback: { takes: by elapsed time, term: 12 months, within: 12 months, rate: original, attainment: reverse, unmatched: error }`,
    work: '50,000 × 5 % = 2,500; cancelled after three full months, it gives back 2,500 × (1 − 3 ÷ 12) = 1,875 in the period of the cancellation',
    given: { base: '50000', deals: ['50000'] },
    earns: '2500',
  },
};

function readClawback(get: (key: string) => Node | undefined, node: Node, reader: Reader): Clawback | undefined {
  const text = (key: string): string => {
    const value = get(key);
    return value?.kind === 'scalar' ? value.text : '';
  };
  const takes = readTakes(get, node, reader);
  const within = text('within') === 'any time' ? ('ever' as const) : readDuration(get('within')!, 'within', reader);
  const except = readMatch(get('except'), reader);
  const [rate, attainment] = [text('rate') as Clawback['rate'], text('attainment')];
  const attainmentNode = get('attainment');
  if (rate === 'original' && attainmentNode === undefined) {
    reader.problem('P482', 'a clawback at the original rate does not say whether attainment falls with it', node, { expected: 'attainment', hint: 'add attainment: reverse or attainment: keep' });
    return undefined;
  }
  if (rate === 're-rate' && attainmentNode !== undefined) {
    reader.problem('P482', 're-rating works the window of the sale out again, so attainment has nothing to say', attainmentNode, { hint: 'leave attainment out, or write rate: original' });
    return undefined;
  }
  if (takes === undefined || within === undefined || except === undefined) return undefined;
  return { takes, within: within === 'ever' ? undefined : within, rate, attainment: attainment === 'reverse' ? 'reverse' : 'keep', unmatched: text('unmatched') as Clawback['unmatched'], except };
}

function readTakes(get: (key: string) => Node | undefined, node: Node, reader: Reader): Clawback['takes'] | undefined {
  const [written, term] = [get('takes'), get('term')];
  if (written?.kind !== 'scalar') return undefined;
  if (written.text === BY_TIME) {
    if (term !== undefined) return byTerm(readDuration(term, 'term', reader));
    reader.problem('P481', 'a clawback by elapsed time does not say how long a sale must be kept', node, { expected: 'term', hint: 'add term: 12 months, or the column of the sale that holds it' });
    return undefined;
  }
  if (term !== undefined) {
    reader.problem('P481', `term belongs to "${BY_TIME}", and this clawback takes ${written.text}`, term, { hint: `leave term out, or write takes: ${BY_TIME}` });
    return undefined;
  }
  if (written.text === 'all') return { share: ONE };
  const share = reader.number(written);
  if (share === undefined) return undefined;
  if (share.percent && share.value.sign() > 0 && ONE.atLeast(share.value)) return { share: share.value };
  reader.problem('P481', `a clawback takes all, a share up to 100 %, or by elapsed time, not ${written.text}`, written, { found: written.text, hint: 'write a share such as 50%' });
  return undefined;
}

function byTerm(term: Duration | undefined): { readonly term: Duration } | undefined {
  return term === undefined ? undefined : { term };
}

const [TAKEN, LATE, NEVER] = [0, 1, 2];

function share({ takes, within, except }: Clawback, { day, original }: Returned): { share: Exact; why: string; took: number } {
  const column = (name: string) => original.column(name);
  if (except.size > 0 && matches(except, original)) return { share: ZERO, why: 'such a sale is never taken back', took: NEVER };
  const last = within === undefined ? undefined : lastDay(within, original.day, column);
  if (last !== undefined && day > last) return { share: ZERO, why: `after ${dayText(last)}, the last day of ${within!.text}`, took: LATE };
  if ('share' in takes) return { share: takes.share, why: takes.share.equals(ONE) ? 'all of it is taken back' : 'a part of it is taken back', took: TAKEN };
  const kept = passed(takes.term, original.day, day, column);
  if (kept === undefined) return { share: ONE, why: `${takes.term.text} is blank, so nothing of it was kept`, took: TAKEN };
  return { share: ONE.minus(kept.done), why: `kept for ${kept.text}`, took: TAKEN };
}
