/** Whether what a component earns changes with a measure: it is paid on it, or something that it reads is made of it. */
import type { Plan } from '../plan/model.ts';

export function movesWith(plan: Plan, name: string, measure: string): boolean {
  const component = plan.components.find((one) => one.name === name);
  if (component === undefined) return false;
  const reads = (other: string): boolean => {
    const { ratio } = plan.measures.find((one) => one.name === other) ?? {};
    return other === measure || ratio?.over === measure || ratio?.under === measure;
  };
  return reads(component.on) || component.formulas.some(({ refs }) => refs.some((ref) => (ref.form === 'payout' ? movesWith(plan, ref.name, measure) : reads(ref.name))));
}
