/** How `explain` works: a code is looked up; a person or a transaction is computed once more with everything written down. */
import { codeList, explainCode } from '../report/code.ts';
import { EXIT, type ExitCode } from './exit.ts';
import { explainPerson } from './explain-person.ts';
import { explainTransaction } from './explain-transaction.ts';
import { looksLikeCode, nearCode, personHere } from './explain-subject.ts';
import type { Session } from './session.ts';

export async function explainCommand(session: Session): Promise<ExitCode> {
  const { operands, options } = session;
  const transaction = options.text('transaction');
  if (transaction !== undefined) return explainTransaction(session, transaction, operands);
  const [subject, ...paths] = operands;
  if (subject === undefined) {
    await session.result(codeList());
    return EXIT.done;
  }
  const mustBePerson = paths.length > 0 || options.flag('period') || options.flag('plan');
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
