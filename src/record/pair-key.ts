/** One person under one plan, whatever its versions. */
export function pairKey(payee: string, plan: string): string {
  return JSON.stringify([payee, plan]);
}
