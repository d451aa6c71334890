/** Codes of group B: the books, which are closed periods, their records and what has changed since. */
import type { CodeEntry } from '../codes.ts';

export const bookCodes = {
  B001: {
    title: 'a file of a record was altered',
    about: 'A closed period is frozen: every file of its record has a digest in record.json, and record.json has a seal that the next record repeats. A byte of this file differs from what was recorded. Restore the file from a backup. What has to change is paid as an adjustment in the open period; a record is never edited.',
    wrong: 'acme/records/0002/payouts.csv opened in a spreadsheet and saved',
    right: 'paycurve run acme --as-known 2026-02-28 --format csv > february.csv      # and open that',
  },
  B002: {
    title: 'a file of a record is missing',
    about: 'record.json lists the files of its record, and one of them is not there. Restore it from a backup. As long as it is missing, nothing is computed from the books.',
    wrong: 'rm acme/records/0002/credits.csv',
    right: 'git checkout acme/records/0002/credits.csv',
  },
  B003: {
    title: 'the chain of records is broken',
    about: 'Records are numbered from 0001 without a gap, and each names the seal of the one before it. Here a record is missing, stands in the place of another, follows another one than it says, or something else lies in the folder.',
    wrong: 'acme/records/0001, acme/records/0003',
    right: 'acme/records/0001, acme/records/0002, acme/records/0003',
  },
  B004: {
    title: 'records of another workspace',
    about: 'Each record names its workspace, and these were written for another one. Two workspaces never share their books: what one closed would be a difference in the other.',
    wrong: 'records: ../other/records      # in paycurve.yaml',
    right: 'records: records',
  },
  B005: {
    title: 'a record that this paycurve cannot read',
    about: 'The record has a format of a later paycurve, or its files are not as this one writes them. Records of earlier releases can always be read. Use the release that wrote it, or a later one.',
    wrong: '"format_version": "9.0"',
    right: 'npm install paycurve@latest',
  },
  B006: {
    title: 'control totals that do not hold',
    about: 'The totals in record.json are added up again from the rows of the record, and every payout from its lines. Here they differ, although no byte was altered since: the record was wrong when it was written, or was put together by hand.',
    wrong: '"earned": "100.00"      # and the rows of payments.csv sum to 90.00',
    right: 'a record as paycurve close writes it',
  },
  B007: {
    title: 'balances that do not roll forward',
    about: 'For every payee and plan, opening + earned − paid = closing, the accounts (draws, holds, what is carried) sum to both ends, and each period opens with what the one before closed with. Here one of these does not hold. verify says it of a record that stands; close says it of one that it then does not write.',
    wrong: 'ana closes January with −200.00 and opens February with 0.00',
    right: 'ana closes January with −200.00 and opens February with −200.00',
  },
  B008: {
    title: 'a period that is closed already',
    about: 'A period is closed once. Its record is never replaced: what has changed since is computed by every run and paid in the open period, line by line with its reason.',
    wrong: 'paycurve close 2026-01 acme      # twice',
    right: 'paycurve adjustments acme',
  },
  B009: {
    title: 'periods close in order',
    about: 'An earlier period is still open. Balances roll forward from period to period, so none is left out. Books that begin in the middle of a year say so once: `--begin` makes the period the first one; those before it were closed elsewhere and stay as they are computed.',
    wrong: 'paycurve close 2026-03 acme      # February is open',
    right: 'paycurve close 2026-02 acme, then paycurve close 2026-03 acme',
  },
  B010: {
    title: 'a period that is not over',
    about: 'The day of closing is not after the last day of the period, so more may still be sold in it. Close it on a later day; `--on DATE` says on which day it is closed (today unless given).',
    wrong: 'paycurve close 2026-03 acme --on 2026-03-31',
    right: 'paycurve close 2026-03 acme --on 2026-04-02',
  },
  B011: {
    title: 'data that do not reach the end of the period',
    about: 'The last transaction lies before the last day of the period: perhaps the last file has not arrived. When nothing was sold in the last days, `--complete` says that the data are complete; the record shows what was read.',
    wrong: 'paycurve close 2026-03 acme      # the last sale is of 28 March',
    right: 'paycurve close 2026-03 acme --complete',
  },
  B012: {
    title: 'somebody else closed first',
    about: 'Two closes ran at the same time. One of them wrote the record, and this one wrote nothing. Look at what was closed; nothing else is to be done.',
    wrong: 'two paycurve close acme at once',
    right: 'paycurve balances acme',
  },
  B013: {
    title: 'a closed period is never opened again',
    about: 'People were told and paid what the record holds, so it stays. Correct the data, the quota or the plan as if the period were open: the next run computes the closed period anew, and the difference is paid in the open period with its reason. `paycurve adjustments` lists it.',
    wrong: 'paycurve reopen 2026-02 acme',
    right: 'paycurve adjustments acme',
  },
  B014: {
    title: 'today\'s data give something else than was recorded',
    about: 'The closed period was computed anew with the data, quotas and plans as they are now, and this line differs. That is no fault: the record stays, and the difference is paid in the open period. It is named so that nobody is surprised.',
    wrong: '2026-02, ana, ae, new_business: 1,000.00 USD recorded, 1,200.00 USD today (late-deal)',
    right: 'paycurve adjustments acme',
  },
  B015: {
    title: 'what an interrupted close has left',
    about: 'A close was stopped before it was done. Nothing of it counts: the period is open. The next close that succeeds removes the folder.',
    wrong: 'acme/records/.closing-0003-…',
    right: 'paycurve close 2026-03 acme',
  },
  B016: {
    title: 'no closed period where one is needed',
    about: 'The command reads the books, and they are empty, or hold nothing that was closed up to the day asked for.',
    wrong: 'paycurve run acme --as-known 2025-12-31      # the first period was closed on 2026-02-03',
    right: 'paycurve run acme --as-known 2026-02-03',
  },
  B017: {
    title: 'not the seal that was expected',
    about: '`verify --seal` compares the books with a seal that was noted when a period was closed. No record has it: the books were written anew, or records at their end were removed. A chain alone cannot show that.',
    wrong: 'paycurve verify acme --seal 3f2a…',
    right: 'restore the records folder from a backup, then paycurve verify acme --seal 3f2a…',
  },
  B018: {
    title: 'books of some plans only',
    about: 'Closed periods hold what all plans of the workspace paid. With single plan files named, whoever is paid by the others would look as if nothing was due to them any more. Name the workspace.',
    wrong: 'paycurve close 2026-03 acme/plans/seller.yaml',
    right: 'paycurve close 2026-03 acme',
  },
  B019: {
    title: 'rows before the books begin',
    about: 'The books of a workspace begin with the first period that was closed. Earlier periods were closed elsewhere: their rows still count where a later window looks back on them, and nothing is paid for them here. A row that came late there is named so that nobody takes it for paid.',
    wrong: 'SO-9,2026-02-11,ana,7000.00      # the books begin with 2026-03',
    right: 'an entry of the adjustments file: E-1,ana,2026-04-30,pay,700.00,"SO-9 of February, late"',
  },
  B020: {
    title: 'a payment of a closed period that would come out otherwise today',
    about: 'The payment rules of the plan, the rate of payment, or who was in the plan are not as they were when the period was closed, and another amount would be paid than was paid. What was earned, and what a guarantee adds, is posted as adjustments; what a draw, a hold or a payment cap does differs in time only and goes on from the balances, and money that was converted once is not converted again. What is still due is paid by an entry of the adjustments file.',
    wrong: '2026-01, ana, ae: 900.00 USD was paid, and 800.00 USD would be paid today (adjust)',
    right: 'let the new rule hold from the first open period, or enter the difference',
  },
} as const satisfies Record<string, CodeEntry>;
