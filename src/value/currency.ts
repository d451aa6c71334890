/**
 * Currency codes and their minor units (ISO 4217 exponents). MGA and MRU, whose minor unit is a fifth, are kept
 * with 2 decimals. Never taken from Intl, whose digits differ (traps.md §10).
 */
const EXPONENTS = new Map<string, number>([
  ...['BIF', 'CLP', 'DJF', 'GNF', 'ISK', 'JPY', 'KMF', 'KRW', 'PYG', 'RWF', 'UGX', 'UYI', 'VND', 'VUV', 'XAF', 'XOF', 'XPF'].map(
    (code): [string, number] => [code, 0],
  ),
  ...['BHD', 'IQD', 'JOD', 'KWD', 'LYD', 'OMR', 'TND'].map((code): [string, number] => [code, 3]),
]);

export function isCurrencyCode(text: string): boolean {
  return /^[A-Z]{3}$/.test(text);
}

/** Decimal places of the currency's minor unit: 2 unless ISO 4217 says otherwise. */
export function minorPlaces(code: string): number {
  return EXPONENTS.get(code) ?? 2;
}
