/** Where the readers of one formula report: offsets in the formula become places in the file, once and here. */
import type { Code } from '../diagnostic/codes.ts';
import type { Diagnostic, Problems, Severity } from '../diagnostic/diagnostic.ts';
import type { FormulaText } from './types.ts';

/** A stretch of the formula's text, in UTF-16 units; `end` is exclusive. */
export interface Stretch {
  readonly start: number;
  readonly end: number;
}

export type Details = Omit<Diagnostic, 'code' | 'severity' | 'message' | 'at' | 'pointer'>;

const LONGEST_QUOTE = 48;

export class Faults {
  /** How many errors this formula has so far. */
  errors = 0;
  private readonly seen = new Set<string>();
  private readonly places = new Set<string>();
  private readonly codes = new Set<Code>();

  constructor(
    private readonly formula: FormulaText,
    private readonly problems: Problems,
  ) {}

  error(code: Code, message: string, at: Stretch, details: Details = {}): void {
    this.errors++;
    this.add('error', code, message, at, details);
  }

  warning(code: Code, message: string, at: Stretch, details: Details = {}): void {
    this.add('warning', code, message, at, details);
  }

  reported(code: Code): boolean {
    return this.codes.has(code);
  }

  /** Whether something was reported at exactly this place. */
  told(at: Stretch): boolean {
    return this.places.has(`${at.start} ${at.end}`);
  }

  /** The words of a stretch as they were written, shortened when long. For messages. */
  words(at: Stretch): string {
    const text = this.formula.text.slice(at.start, at.end).replace(/\s+/g, ' ');
    return text.length <= LONGEST_QUOTE ? text : `${text.slice(0, LONGEST_QUOTE - 1)}…`;
  }

  private add(severity: Severity, code: Code, message: string, at: Stretch, details: Details): void {
    const key = `${code} ${at.start} ${at.end}`;
    if (this.seen.has(key)) return;
    this.seen.add(key);
    this.codes.add(code);
    this.places.add(`${at.start} ${at.end}`);
    const pointer = this.formula.pointer;
    this.problems.add({ code, severity, message, at: this.formula.place(at.start, at.end), ...(pointer === undefined ? {} : { pointer }), ...details });
  }
}
