/** What is known about one person in one version of a plan: a book for each measure. It answers questions; it decides no pay. */
import type { Column } from '../data/contract.ts';
import type { Leaves } from '../data/leaves.ts';
import type { Hierarchy, People, Quotas, Rates } from '../data/reference.ts';
import type { Reliefs } from '../data/relief.ts';
import type { Problems } from '../diagnostic/diagnostic.ts';
import type { Measure } from '../plan/model.ts';
import type { Enrolment } from './enrolment.ts';
import { MeasureBook } from './measure-book.ts';
import type { Peers } from './peers.ts';

/** What all books of a run look things up in. */
export interface BookFacts {
  readonly quotas: Quotas | undefined;
  readonly rates: Rates | undefined;
  readonly planRates: Rates | undefined;
  readonly leaves: Leaves | undefined;
  readonly reliefs: Reliefs | undefined;
  /** Position of each people column in a person's record. */
  readonly people: ReadonlyMap<string, number>;
  readonly columns: readonly Column[];
  /** Position of the column that says of a record that it is a vacant seat. */
  readonly vacant?: number | undefined;
  readonly problems: Problems;
  /** Whether components are compiled to pay curves too. */
  readonly curves: boolean;
  /** For measures across groups: everybody, who leads whom, and the workspace's name, which stands for the company. */
  readonly everybody: People | undefined;
  readonly hierarchy: Hierarchy | undefined;
  readonly company: string;
  /** Everybody else in this run; only where a plan needs them. */
  readonly peers?: Peers;
}

export class Book {
  private readonly measures: MeasureBook[] = [];

  constructor(
    readonly enrolment: Enrolment,
    readonly facts: BookFacts,
  ) {}

  named(name: string): MeasureBook {
    return this.at(this.enrolment.version.measures.get(name)!);
  }

  at(index: number): MeasureBook {
    return (this.measures[index] ??= new MeasureBook(this.enrolment, index, this.facts));
  }

  measureNamed(name: string): Measure {
    const { plan, measures } = this.enrolment.version;
    return plan.measures[measures.get(name)!]!;
  }
}
