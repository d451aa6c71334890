/** How `explain` works: a code is looked up; a person or a transaction is computed once more with everything written down. */
import { Problems } from '../diagnostic/diagnostic.ts';
import { codeList, explainCode } from '../report/code.ts';
import { EXIT, type ExitCode } from './exit.ts';
import { ended } from './explain-compute.ts';
import { explainPerson } from './explain-person.ts';
import { explainTransaction } from './explain-transaction.ts';
import { looksLikeCode, nearCode, personHere } from './explain-subject.ts';
import { refuseIdleExplainOptions } from './idle-options.ts';
import type { Session } from './session.ts';

export async function explainCommand(session: Session): Promise<ExitCode> {
  const { operands, options } = session;
  const transaction = options.text('transaction');
  const [subject, ...paths] = operands;
  const problems = new Problems();
  if (transaction !== undefined || subject === undefined) refuseIdleExplainOptions(options, transaction === undefined ? 'list' : 'transaction', problems);
  if (problems.failed) return ended(session, problems);
  if (transaction !== undefined) return explainTransaction(session, transaction, operands);
  if (subject === undefined) {
    await session.result(codeList());
    return EXIT.done;
  }
  const mustBePerson = paths.length > 0 || ['period', 'plan', 'curve', 'all', 'format', 'data', 'on-bad-row'].some((name) => options.flag(name));
  return mustBePerson || !looksLikeCode(subject) ? explainPerson(session, subject, paths) : explainEither(session, subject);
}

/** A word that may be a code or an employee number, with nothing beside it that tells. */
async function explainEither(session: Session, subject: string): Promise<ExitCode> {
  const page = explainCode(subject);
  const person = await personHere(session, subject);
  if (page !== undefined) {
    await session.result(page);
    if (person === 'yes') await session.note(`${subject} is also a person of this workspace: paycurve explain ${subject} . explains what was paid`);
    return EXIT.done;
  }
  if (person !== 'no') return explainPerson(session, subject, []);
  return session.refuse('U012', `there is no code ${subject.toUpperCase()}, and no person "${subject}" in this folder`, {
    hint: nearCode(subject) ?? `paycurve explain lists all codes; for a person of another workspace write paycurve explain ${subject} FOLDER`,
  });
}
