/** The engine asked at one place of a scale: what a component earns there, and which way each of its mechanics goes. */
import type { WorkedPayout } from '../../engine/payout.ts';
import type { Applied, Outcome } from '../../mechanic/mechanic.ts';
import type { Plan } from '../../plan/model.ts';
import type { Exact } from '../../value/exact.ts';
import { mechanicKey } from '../points.ts';
import { runCase, type Ground } from '../run.ts';
import type { Case } from '../suite.ts';
import type { Mover } from './mover.ts';

/** A component, or ('') the plan as a whole. */
export interface Seen {
  readonly earned: Exact;
  readonly base: Exact | undefined;
  readonly quota: Exact | undefined;
  /** By place of the mechanic: the branches taken, and the amount after it. */
  readonly took: ReadonlyMap<string, string>;
  readonly after: ReadonlyMap<string, Exact>;
}

/** The engine works with copies of plans. */
export function samePlan(a: Plan, b: Plan): boolean {
  return a.source === b.source && a.name === b.name && a.from === b.from;
}

export interface Person {
  readonly payee: string;
  readonly period: string;
}

export class Prober {
  private readonly known = new Map<number, ReadonlyMap<string, Seen> | undefined>();
  readonly mover: Mover;
  private readonly ground: Ground;
  private readonly plan: Plan;
  private readonly who: Person;

  constructor(mover: Mover, ground: Ground, plan: Plan, who: Person) {
    this.mover = mover;
    this.ground = ground;
    this.plan = plan;
    this.who = who;
  }

  /** By component; undefined where the run is refused. */
  async at(step: number): Promise<ReadonlyMap<string, Seen> | undefined> {
    if (!this.known.has(step)) this.known.set(step, await seenIn(this.mover.move(step), this.ground, this.plan, this.who));
    return this.known.get(step);
  }

  get steps(): readonly number[] {
    return [...this.known.keys()].sort((a, b) => a - b);
  }
}

/** Payouts come in the order in which they were worked out. */
export async function seenIn(one: Case, ground: Ground, plan: Plan, { payee, period }: Person): Promise<ReadonlyMap<string, Seen> | undefined> {
  const worked: WorkedPayout[] = [];
  const ran = await runCase({ ...one, excluded: [] }, ground, { onWorked: (all) => void worked.push({ ...all, components: [...all.components] }) });
  if (ran.failed || worked.length !== ran.payouts.length) return undefined;
  const at = ran.payouts.findIndex((payout) => payout.payee === payee && payout.period.id === period && samePlan(payout.plan, plan));
  const own = worked[at];
  if (own === undefined) return new Map();
  const seen = new Map<string, Seen>();
  for (const { component, base, quota, acted } of own.components) {
    const took = new Map(acted.map(({ applied, outcome, deals }): [string, string] => [mechanicKey(applied), tookIn(applied, outcome, (deals ?? []).flatMap(({ pay }) => pay.took ?? []))]));
    const result = ran.payouts[at]!.components.find((part) => part.component === component.name)!;
    seen.set(component.name, { earned: result.earned, base: base.value, quota: quota?.value, took, after: new Map(acted.map(({ applied, after }): [string, Exact] => [mechanicKey(applied), after])) });
  }
  const took = new Map(own.adjusted.map(({ applied, outcome }): [string, string] => [mechanicKey(applied), tookIn(applied, outcome, [])]));
  seen.set('', { earned: own.total, base: undefined, quota: undefined, took, after: new Map() });
  return seen;
}

function tookIn({ mechanic }: Applied, outcome: Outcome, deals: readonly number[]): string {
  if (mechanic.branches === undefined) return '';
  return [...new Set([...(outcome.took?.() ?? []), ...deals])].sort((a, b) => a - b).join(',');
}
