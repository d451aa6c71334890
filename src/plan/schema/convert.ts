/** The field `convert-at`: the day whose rate converts, for sales alone or for each step. */
import type { JsonSchema } from '../../mechanic/mechanic.ts';
import { field, map, oneOf, scalarOrMap, texts } from './field.ts';

const SALES = texts('^[A-Za-z][A-Za-z0-9_-]{0,127}$', 'write transaction-date, period-end, average or the name of a date column');

export const CONVERT_AT: JsonSchema = field(
  'The day whose exchange rate converts a transaction: transaction-date, period-end, average (the mean of the rates of its period) or a date column such as the day of the invoice; or a map with a day for each step.',
  ['transaction-date', 'invoice_date', { sales: 'invoice_date', pay: '30 days after' }],
  scalarOrMap(
    SALES,
    map({
      sales: field('For transactions. Without it: their own day.', ['invoice_date', 'average'], SALES),
      quota: field('For quotas in another currency. Without it: the first day of their record.', ['period-end'], oneOf({ 'record-start': 'the first day of the record, one rate for all its periods', 'period-start': 'the first day of each period', 'period-end': 'the last day of each period', average: 'the mean of the rates of each period' })),
      pay: field('For pay in another currency. Without it: the last day of the period.', ['average', '30 days after'], texts('^(period-end|average|[0-9]{1,3} days after)$', 'pay is converted at period-end, average or N days after (the last day of the period)')),
    }),
  ),
);
