/** For a calculation that nobody asks to explain itself, on numbers that move and so have no digits. */
import type { Words } from './mechanic.ts';

export const SILENT: Words = { money: () => '…', percent: () => '…', number: () => '…', amount: () => '…' };
