/** Which parts of the plans the cases reach. A part that no case reaches can be changed without any case failing. */
import type { WorkedPayout } from '../engine/payout.ts';
import { watch } from '../expr/watched.ts';
import type { Outcome } from '../mechanic/mechanic.ts';
import type { Plan } from '../plan/model.ts';
import { textOrder } from '../value/text-order.ts';
import { mechanicKey, pointsOf, type Point, type Points, type Rule } from './points.ts';

export interface PlanCoverage {
  /** The name of the plan's file. */
  readonly file: string;
  readonly points: readonly Point[];
}

export class Coverage {
  private readonly plans = new Map<string, Points>();

  /** Plans that cases are about to be run against. */
  expect(plans: readonly Plan[]): void {
    for (const plan of plans) if (!this.plans.has(plan.source.name)) this.plans.set(plan.source.name, pointsOf(plan));
  }

  /** Counts what is taken while `run` runs: each condition of these plans tells of itself, whatever else is computed meanwhile. */
  async during<T>(run: () => Promise<T>): Promise<T> {
    const stops = [...this.plans.values()].flatMap(({ conditions }) => [...conditions].map(([call, points]) => watch(call, (holds) => void (points[holds ? 0 : 1].reached = true))));
    try {
      return await run();
    } finally {
      for (const stop of stops) stop();
    }
  }

  /** Marks what a payout went through. */
  readonly take = (worked: WorkedPayout, plan: Plan): void => {
    const points = this.plans.get(plan.source.name);
    if (points === undefined) return;
    for (const { component, acted, base, shown } of worked.components) {
      // somebody who sold nothing and is paid nothing stands below every band and behind every gate, and shows nothing about them
      if (shown.isZero() && base.value?.isZero() !== false) continue;
      if (!shown.isZero()) mark(points.components.get(component.name));
      for (const { applied, outcome, deals } of acted) {
        markBranches(points, applied, outcome);
        for (const { pay } of deals ?? []) for (const index of pay.took ?? []) mark(points.mechanics.get(mechanicKey(applied))?.[index]);
      }
    }
    for (const rule of plan.payments) {
      for (const line of worked.payment?.lines ?? []) if (line.account === rule.account && line.at === rule.at) markBranches(points, rule, line);
    }
    if (worked.components.every(({ shown }) => shown.isZero()) && worked.total.isZero()) return;
    for (const { applied, outcome } of worked.adjusted) markBranches(points, applied, outcome);
  };

  /** By file, in the order of names; points in the order of the file. */
  result(): readonly PlanCoverage[] {
    return [...this.plans]
      .sort(([a], [b]) => textOrder(a, b))
      .map(([file, { all }]) => ({ file, points: [...all].sort((a, b) => a.at.start - b.at.start) }));
  }
}

function markBranches(points: Points, applied: Rule, outcome: Pick<Outcome, 'took'>): void {
  const known = points.mechanics.get(mechanicKey(applied));
  if (applied.mechanic.branches === undefined) mark(known?.[0]);
  else for (const index of outcome.took?.() ?? []) mark(known?.[index]);
}

function mark(point: Point | undefined): void {
  if (point !== undefined) point.reached = true;
}
