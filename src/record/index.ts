/** The record room's front door: closed periods, what has changed since, and balances that roll forward. */
export { CLOSING, readBooks, recordName, type Books, type PeriodRecord, type Shelf } from './books.ts';
export { REASONS, type Reason } from './change.ts';
export { CreditLog } from './credit-log.ts';
export { Differences, planMeaning } from './differences.ts';
export type { BalanceEntry, CreditEntry, LineEntry, PaymentEntry, PayoutEntry, PriorEntry, StepEntry } from './entries.ts';
export { HEAD, type FileFacts, type Head } from './head.ts';
export { meaningOf, type Digest } from './meaning.ts';
export { pairKey, recordedCredits, recordOf } from './recorded.ts';
export { closingOf, type Closing } from './close.ts';
export { closingOrder } from './closing-order.ts';
export { Reckoning } from './reckoning.ts';
export { closedWords, recordedPayouts, recordedSteps } from './statement.ts';
export { checkBooks, checkClosing } from './verify.ts';
export { transactionsOf, type Posting, type Side, type Transaction } from './journal.ts';
export { moneyIn } from './money.ts';
export { exactOf } from './table.ts';
export { endsOf } from './ends.ts';
export { lastKnown, transactionInBooks } from './transaction.ts';
