/** The engine comes across one fault again and again: it is said once. */
import { Problems, type Diagnostic } from '../../diagnostic/diagnostic.ts';

/** The same sentence about the same place is said once, however often the engine comes across it. */
export class OnceEach extends Problems {
  private readonly said = new Set<string>();

  constructor(private readonly onto: Problems) {
    super();
  }

  override add(problem: Diagnostic): void {
    const key = `${problem.code} ${problem.message}`;
    if (this.said.has(key)) return;
    this.said.add(key);
    this.onto.add(problem);
  }

  override error(code: Diagnostic['code'], message: string, rest = {}): void {
    this.add({ code, severity: 'error', message, ...rest });
  }

  override warning(code: Diagnostic['code'], message: string, rest = {}): void {
    this.add({ code, severity: 'warning', message, ...rest });
  }
}
