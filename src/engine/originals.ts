/**
 * Returns and the sales they take back. A return waits until every row has been read, because its original may stand below
 * it in the files; then it is tied to that original by its id, or to the oldest ones that are alike. Rule: mechanics CRD-18.
 */
import type { Row, SourceContract } from '../data/contract.ts';
import { keyText } from '../data/lookup.ts';
import { Exact, least, ONE, ZERO } from '../value/exact.ts';
import { textOrder } from '../value/text-order.ts';

/** A part of a return, and what it takes back; without `original` nobody knows. */
export interface Tied {
  readonly original: Row | undefined;
  /** Of the return. */
  readonly share: Exact;
}

export interface Return {
  readonly row: Row;
  /** The id it names, as written. */
  readonly names: string | undefined;
  readonly parts: readonly Tied[];
}

export class Originals {
  private readonly sales = new Map<string, Row>();
  private readonly waiting = new Map<string, Row>();
  /** By id of a return, the sale at the end of its chain, as far as it was looked for: a long chain is walked once. */
  private readonly roots = new Map<string, Row | undefined>();
  private readonly idAt: number;
  private readonly alikeAt: readonly number[];
  private readonly amountAt: number;
  /** By row: how much of it no return has taken yet, where amounts say so. */
  private readonly left = new Map<Row, Exact>();

  constructor(source: SourceContract, columns: readonly string[]) {
    const { id, alike, amount } = source.refersTo!;
    this.idAt = id === undefined ? -1 : columns.indexOf(id);
    this.alikeAt = alike.map((column) => columns.indexOf(column));
    this.amountAt = amount === undefined ? -1 : columns.indexOf(amount);
  }

  /** Keeps the row; whether it is a return, which is asked for at the end. */
  take(row: Row): boolean {
    const copy: Row = { ...row, values: row.values.slice() };
    const returned = this.namedBy(row) !== undefined || (this.alikeAt.length > 0 && this.amountOf(row).sign() < 0);
    (returned ? this.waiting : this.sales).set(row.id, copy);
    return returned;
  }

  /** The returns in order of time, each tied to what it takes back. */
  returns(): Return[] {
    const inTime = [...this.waiting.values()].sort((a, b) => a.day - b.day || textOrder(a.id, b.id));
    const oldest = this.byLikeness();
    return inTime.map((row) => {
      const names = this.namedBy(row);
      return { row, names, parts: names === undefined ? this.tieAlike(row, oldest) : this.tieNamed(row, names) };
    });
  }

  private tieNamed(row: Row, names: string): Tied[] {
    const original = this.rootOf(names);
    if (original !== undefined && this.amountAt >= 0) this.left.set(original, this.leftOf(original).plus(this.amountOf(row)));
    return [{ original, share: ONE }];
  }

  /** A return of a return, or a reinstatement, belongs to the sale that all of them are about. */
  private rootOf(id: string): Row | undefined {
    const seen = new Set<string>();
    let root: Row | undefined;
    for (let at: string | undefined = id; at !== undefined && !seen.has(at); ) {
      root = this.sales.get(at) ?? this.roots.get(at);
      if (root !== undefined) break;
      // known to belong to nothing
      if (this.roots.has(at)) break;
      seen.add(at);
      const between: Row | undefined = this.waiting.get(at);
      at = between === undefined ? undefined : this.namedBy(between);
    }
    for (const at of seen) this.roots.set(at, root);
    return root;
  }

  /** Takes from the oldest alike sale on or before the day, then from the next; what none of them covers is tied to nothing. */
  private tieAlike(row: Row, oldest: ReadonlyMap<string, readonly Row[]>): Tied[] {
    const whole = this.amountOf(row).negated();
    const parts: Tied[] = [];
    let rest = whole;
    for (const original of oldest.get(this.likenessOf(row) ?? '') ?? []) {
      if (rest.sign() <= 0 || original.day > row.day) break;
      const part = least(rest, this.leftOf(original));
      if (part.sign() <= 0) continue;
      this.left.set(original, this.leftOf(original).minus(part));
      rest = rest.minus(part);
      parts.push({ original, share: part.over(whole) });
    }
    if (rest.sign() > 0) parts.push({ original: undefined, share: rest.over(whole) });
    return parts;
  }

  private byLikeness(): ReadonlyMap<string, readonly Row[]> {
    const groups = new Map<string, Row[]>();
    if (this.alikeAt.length === 0) return groups;
    for (const row of this.sales.values()) {
      const key = this.likenessOf(row);
      if (key === undefined) continue;
      const group = groups.get(key);
      if (group === undefined) groups.set(key, [row]);
      else group.push(row);
    }
    for (const group of groups.values()) group.sort((a, b) => a.day - b.day || textOrder(a.id, b.id));
    return groups;
  }

  /** Rows with a blank in one of the columns are like no other. */
  private likenessOf({ values }: Row): string | undefined {
    return keyText(this.alikeAt.map((at) => values[at]));
  }

  private leftOf(row: Row): Exact {
    return this.left.get(row) ?? this.amountOf(row);
  }

  private amountOf({ values }: Row): Exact {
    const amount = this.amountAt < 0 ? undefined : values[this.amountAt];
    return amount instanceof Exact ? amount : ZERO;
  }

  private namedBy({ values }: Row): string | undefined {
    const named = this.idAt < 0 ? undefined : values[this.idAt];
    return typeof named === 'string' ? named : undefined;
  }
}
