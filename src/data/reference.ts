/**
 * Reference data as the engine reads it: people, hierarchy, quotas, exchange rates and lookup tables, all effective-dated
 * ("from that day until the next entry") and all with the place they came from.
 */
import type { DataPlace } from '../diagnostic/diagnostic.ts';
import type { Value } from '../expr/types.ts';
import { dayOf, type Day } from '../value/day.ts';
import type { Exact } from '../value/exact.ts';
import type { Column } from './contract.ts';

/** The days that open ends stand for: before and after them there are no dates. */
export const FIRST_DAY: Day = dayOf(1900, 1, 1);
export const LAST_DAY: Day = dayOf(2199, 12, 31);

/** One dated record of a person: `values` by position in `People.columns`. Both days included. */
export interface PersonRecord {
  readonly from: Day;
  readonly to: Day;
  readonly values: readonly Value[];
  readonly at: DataPlace;
}

/** Service without a gap; whoever comes back after one begins a new one. */
export interface Service {
  /** The first day of its records. */
  readonly from: Day;
  /** The day that months of service count from, where the file says it. */
  readonly since?: Day;
}

export interface Person {
  readonly id: string;
  /** Sorted, without overlap; gaps are possible. An undated person has one record over all time (within start/end). */
  readonly records: readonly PersonRecord[];
  /** In order of time; none where no record is in force. */
  readonly services: readonly Service[];
}

/** The first day of the service that holds the day, else of the last one before it, else of the first. */
export function serviceFrom(services: readonly Service[], day: Day): Day | undefined {
  return (services.findLast(({ from }) => from <= day) ?? services[0])?.since;
}

export interface People {
  readonly columns: readonly Column[];
  /** Sorted by id in code-unit order. */
  readonly all: readonly Person[];
  get(id: string): Person | undefined;
}

/** Who leads whom on a day. */
export interface Hierarchy {
  /** The manager of the person on the day; undefined at the top or outside. */
  managerOf(id: string, day: Day): string | undefined;
}

export interface QuotaRecord {
  readonly payee: string;
  readonly measure: string;
  readonly from: Day;
  /** Included. */
  readonly to: Day;
  readonly amount: Exact;
  /** Currency code, or undefined for a quota in units. */
  readonly currency?: string;
  /** Changes of the amount on a later day, in order of days. */
  readonly changes: readonly QuotaChange[];
  readonly at: DataPlace;
}

export const CHANGE_METHODS = ['replace', 'from-date', 'restate'] as const;
/**
 * `replace`: the new amount is that of the whole record, and the days from the change on share what earlier ones left of it;
 * `from-date`: they have the pace of the new amount; `restate`: all days have it, as if it had been so from the beginning.
 */
export type ChangeMethod = (typeof CHANGE_METHODS)[number];

/** A quota that changes on a day inside its record. */
export interface QuotaChange {
  readonly on: Day;
  readonly amount: Exact;
  readonly method: ChangeMethod;
  readonly at: DataPlace;
}

export interface Quotas {
  /** Sorted by `from`; checked: no two cover one day. */
  of(payee: string, measure: string): readonly QuotaRecord[];
  /** The measures that records are for, with how many there are and where the first stands. */
  readonly measures: ReadonlyMap<string, { readonly records: number; readonly first: DataPlace }>;
}

/** An exchange rate with everything that is needed to look it up by hand. */
export interface FoundRate {
  readonly rate: Exact;
  /** The day it is of; with a reach-back that may be earlier than the day asked for. */
  readonly day: Day;
  readonly at: DataPlace;
  /** The file has the opposite pair, at this rate: `rate` is 1 ÷ it. */
  readonly opposite?: Exact;
  /** The mean of so many rates from one day to another. */
  readonly mean?: { readonly count: number; readonly from: Day; readonly to: Day };
}

/** The last rate of a pair up to a day, however old; `opposite` when the file has it for the other direction. */
export interface LatestRate {
  readonly day: Day;
  readonly at: DataPlace;
  readonly opposite: boolean;
}

export interface Rates {
  /**
   * Units of `to` for one unit of `from` on the day, exactly (an inverse rate only when the workspace allows it).
   * `undefined` when there is none: the caller names day and pair.
   */
  rate(from: string, to: string, day: Day): FoundRate | undefined;
  /** The mean of the rates of the pair (or, where inverting is allowed, 1 ÷ the mean of the opposite pair) that are dated in these days. */
  mean(from: string, to: string, first: Day, last: Day): FoundRate | undefined;
  /** What a message about a missing rate can name; the pair itself before its opposite. */
  latest(from: string, to: string, day: Day): LatestRate | undefined;
  /** How many days old a rate may be. */
  readonly reachBack: number;
}
