/** Breaks running text into lines at blanks. For prose only: tables and records never wrap. */
import { displayWidth } from '../diagnostic/width.ts';

/** Lines of at most `width` columns; a longer word stands alone. Empty lines of the text stay. */
export function wrapped(text: string, width: number): string[] {
  return text.trim().split('\n').flatMap((paragraph) => wrapLine(paragraph.trim(), width));
}

function wrapLine(text: string, width: number): string[] {
  const lines: string[] = [];
  let line = '';
  for (const word of text.split(/ +/)) {
    if (line !== '' && displayWidth(line) + 1 + displayWidth(word) > width) {
      lines.push(line);
      line = word;
    } else line = line === '' ? word : `${line} ${word}`;
  }
  lines.push(line);
  return lines;
}
