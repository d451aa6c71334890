/** A short name for a text, the same on every machine (FNV-1a, 64 bits). It tells findings apart and protects nothing. */

const START = 0xcbf29ce484222325n;
const PRIME = 0x100000001b3n;
const MASK = 0xffffffffffffffffn;

/** Sixteen hexadecimal digits. */
export function fingerprint(text: string): string {
  let hash = START;
  for (const byte of new TextEncoder().encode(text)) hash = ((hash ^ BigInt(byte)) * PRIME) & MASK;
  return hash.toString(16).padStart(16, '0');
}
