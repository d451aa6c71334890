/**
 * The located tree: what a YAML file says, where every node knows its place and its exact text. Only plain maps,
 * lists and scalars exist here; anchors, tags, aliases and a second document never get this far (traps.md §3).
 */
import type { Span } from '../diagnostic/diagnostic.ts';

export type Node = MapNode | ListNode | ScalarNode;

export interface ScalarNode {
  readonly kind: 'scalar';
  readonly at: Span;
  readonly pointer: string;
  /** The text as written, without quotes and with escapes resolved; `null` scalars have ''. */
  readonly text: string;
  /** Quoted (a text for certain) or plain (may be a number, yes/no or nothing). */
  readonly quoted: boolean;
  /** What YAML's core schema makes of a plain scalar. Numbers are never taken from it, only their kind. */
  readonly looks: 'text' | 'number' | 'yes-no' | 'nothing';
  /** The place in the file of characters `start`…`end` (exclusive) of `text`. */
  place(start: number, end: number): Span;
}

export interface ListNode {
  readonly kind: 'list';
  readonly at: Span;
  readonly pointer: string;
  readonly items: readonly Node[];
}

export interface MapEntry {
  readonly key: string;
  readonly keyAt: Span;
  readonly value: Node;
}

export interface MapNode {
  readonly kind: 'map';
  /** Clipped to the first line where it is long; use `keyAt` of entries for the exact place of a key. */
  readonly at: Span;
  readonly pointer: string;
  readonly entries: readonly MapEntry[];
  get(key: string): Node | undefined;
  entry(key: string): MapEntry | undefined;
}
