/**
 * Whom each sale was credited to, and under which plan, kept where rows may take sales back: a return goes to the same people
 * under the same plans, whoever is in a plan or goes before whom by then. Rule: mechanics CRD-18.
 */
export class Owners {
  private readonly bySale = new Map<string, readonly string[]>();
  /** Most sales have one of few owners: their lists are shared. */
  private readonly lists = new Map<string, readonly string[]>();

  add(sale: string, plan: string, payee: string): void {
    const known = this.bySale.get(sale) ?? NONE;
    const key = `${plan}\n${payee}`;
    if (!known.includes(key)) this.bySale.set(sale, this.shared([...known, key]));
  }

  /** Whether a return of the sale may go to the payee: yes where nobody of the plan was credited with the sale. */
  may(sale: string, plan: string, payee: string): boolean {
    return this.had(sale, plan, payee) || !(this.bySale.get(sale) ?? NONE).some((key) => key.startsWith(`${plan}\n`));
  }

  /** Whether the sale was credited to the payee. */
  had(sale: string, plan: string, payee: string): boolean {
    return (this.bySale.get(sale) ?? NONE).includes(`${plan}\n${payee}`);
  }

  /** Another plan under which the sale was credited to the payee, where it was not under this one: it alone takes returns of the sale. */
  other(sale: string, plan: string, payee: string): string | undefined {
    if (this.had(sale, plan, payee)) return undefined;
    const key = this.bySale.get(sale)?.find((each) => each.slice(each.indexOf('\n') + 1) === payee);
    return key?.slice(0, key.indexOf('\n'));
  }

  private shared(list: readonly string[]): readonly string[] {
    const key = list.join('\n\n');
    const known = this.lists.get(key);
    if (known === undefined) this.lists.set(key, list);
    return known ?? list;
  }
}

const NONE: readonly string[] = [];
