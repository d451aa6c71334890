/** Unit rate, bounty: money for each unit of a number or count (COM-03). Returned units count negative. */
import { FORMULA } from './field.ts';
import type { Mechanic } from './mechanic.ts';
import { flat, payDeals, payFlat, type FlatRate } from './rate.ts';
import { ratePhrase } from './rate-figure.ts';

export const perUnit: Mechanic<FlatRate> = {
  key: 'per-unit',
  kind: 'formula',
  step: 7,
  where: ['component'],
  summary: 'an amount of money for each unit of a number or a count',
  about: `Pays amount × units. The measure paid on is a number: a count of transactions, a count of distinct values, or a sum of quantities. For a share of money use rate.
The amount is a number in plan currency or a formula of type money; a people column that changes inside the period is applied day by day.
Fractions of units (shared deals, part quantities) pay in proportion. Returned units are negative and pay negative.
Also called unit rate, bounty or piece rate.`,
  schema: {
    description: 'Money for each unit of the measure paid on.',
    markdownDescription: 'Pays `amount × units`; the measure paid on is a number or a count.\n\nFor example `20` · `12.50` · `unit_bonus`',
    examples: [20, '12.50', 'unit_bonus'],
    ...FORMULA,
  },
  read(node, reader) {
    if (reader.baseType === 'money' || reader.baseType === 'ratio') {
      reader.problem('P302', `per-unit pays for each unit, and ${reader.on ?? 'the measure'} is ${reader.baseType === 'money' ? 'money' : 'a ratio'}, not a number`, node, {
        hint: reader.baseType === 'money' ? 'use rate to pay a share of money, or pay on a count' : 'use curve or steps to pay on a ratio',
      });
      return undefined;
    }
    return flat(node, reader);
  },
  calculate: payFlat,
  formulas: (config) => [config.rate.formula],
  deals: { always: () => undefined, pay: payDeals },
  describe: (config, words) => `Pays ${ratePhrase(config.rate, words)} for each unit of ${config.on}.`,
  example: {
    title: 'A bounty for each activation',
    yaml: `activation_bounty:
  commission on: activations
  per-unit: 12.50`,
    work: '37 × 12.50 = 462.50',
    given: { base: '37' },
    earns: '462.5',
  },
};
