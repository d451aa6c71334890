/**
 * A component on paper: what it pays for any result, before there are people and data. Quota and target are numbers that
 * somebody chose; what depends on a person or another measure is not known, and a rule that asks for it is left out.
 */
import type { Type } from '../expr/types.ts';
import { Exact, ONE, ZERO } from '../value/exact.ts';
import { readOff, type Bent, type Piecewise } from '../value/piecewise.ts';
import type { Applied, Given, Known, PeriodEnv } from './mechanic.ts';
import { SILENT } from './silent.ts';

export interface Paper {
  readonly on: string;
  readonly type: Type;
  readonly quota: Exact;
  readonly target: Exact;
}

/** What the mechanics pay one after the other, before any minimum and cap; undefined when the formula asks for what only data know. */
export function onPaper(formula: Applied, rules: readonly Applied[], paper: Paper): Piecewise | Bent | undefined {
  const { mechanic, config } = formula;
  if (mechanic.noCurve?.(config) !== undefined || mechanic.deals?.always(config) !== undefined) return undefined;
  const before = rules.filter((rule) => stepOf(rule) < mechanic.step);
  const after = rules.filter((rule) => stepOf(rule) > mechanic.step && rule.mechanic.eachDeal === undefined && stepOf(rule) < LIMITS);
  let asked = false;
  const curve = readOff((base) => {
    const given = new PaperGiven(base, paper);
    for (const rule of [...before, formula, ...after]) {
      const { from, amount } = given;
      const outcome = rule.mechanic.calculate(rule.config, given);
      if (given.unknown) {
        given.unknown = false;
        if (rule === formula) asked = true;
        else [given.from, given.amount] = [from, amount];
        continue;
      }
      given.from = outcome.from ?? given.from;
      given.amount = outcome.amount ?? given.amount;
      if (outcome.ends !== undefined) break;
    }
    return given.amount;
  });
  return asked ? undefined : curve;
}

/** The step at which minimum and cap stand. */
const LIMITS = 10;

function stepOf({ mechanic, config }: Applied): number {
  return mechanic.stepOf?.(config) ?? mechanic.step;
}

class PaperGiven implements Given {
  from = ZERO;
  amount = ZERO;
  /** Something was asked for that no paper knows. */
  unknown = false;
  readonly words = SILENT;
  readonly rounding = { to: Exact.scaled(1, 2), mode: 'half-up' } as const;
  readonly taken = ZERO;
  readonly env: PeriodEnv;

  constructor(
    readonly base: Exact,
    private readonly paper: Paper,
  ) {
    const { on, quota, target } = paper;
    const only = (value: Exact) => (name: string): Known => (name === on ? { value } : this.none());
    this.env = { measure: only(base), quota: only(quota), attainment: only(base.over(quota)), payout: () => this.none(), person: () => void this.none(), icr: () => ({ value: target.over(quota) }), target: () => ({ value: target }) };
  }

  get on(): string {
    return this.paper.on;
  }

  get baseType(): Type {
    return this.paper.type;
  }

  private none(): Known {
    this.unknown = true;
    return { none: 'only data know it' };
  }

  slices(): ReturnType<Given['slices']> {
    return [{ from: 0, to: 0, base: this.base, env: this.env }];
  }

  earnedBefore(): Exact {
    return ZERO;
  }

  limitEnv(): PeriodEnv {
    return this.env;
  }

  prorated(): Exact {
    return ONE;
  }

  together(): [] {
    this.unknown = true;
    return [];
  }

  earnedByOthers(): undefined {
    this.unknown = true;
  }

  remark(): void {
    this.unknown = true;
  }

  earlier(): [] {
    this.unknown = true;
    return [];
  }

  isLastOf(): boolean {
    return true;
  }

  refuse(): void {
    this.unknown = true;
  }
}
