/** Data files in memory, cut into chunks as a test wants them. */
import type { Input } from '../../src/data/contract.ts';

/** A file of the given text or bytes, in chunks of the sizes given (the last repeats). */
export function memoryInput(name: string, content: string | Uint8Array, sizes: readonly number[] = [65_536]): Input {
  const bytes = typeof content === 'string' ? Buffer.from(content, 'utf8') : Buffer.from(content);
  return {
    name,
    async *chunks() {
      yield* pieces(bytes, sizes, false);
    },
  };
}

/** Cuts bytes; with `whole` never inside a character. */
export function* pieces(bytes: Buffer, sizes: readonly number[], whole: boolean): Generator<Buffer> {
  let start = 0;
  for (let n = 0; start < bytes.length; n++) {
    let end = Math.min(bytes.length, start + (sizes[Math.min(n, sizes.length - 1)] ?? 1));
    while (whole && end < bytes.length && (bytes[end]! & 0xc0) === 0x80) end++;
    yield bytes.subarray(start, end);
    start = end;
  }
}
