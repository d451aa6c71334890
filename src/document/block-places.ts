/**
 * From the characters of a literal (`|`) or folded (`>`) block back to the file: indentation is dropped, folded line
 * ends become blanks, final line ends are chomped. Follows YAML 1.2.2 §8.1 as the library reads it.
 */
import { Placing, type PlacedText } from './scalar-places.ts';

export interface BlockShape {
  /** Offset of the first character after the header line, and the raw body. */
  readonly start: number;
  readonly body: string;
  readonly folded: boolean;
  /** Explicit indentation (parent's indentation plus the indicator), or undefined when the first line decides. */
  readonly indent: number | undefined;
  readonly chomp: 'clip' | 'strip' | 'keep';
}

interface BlockLine {
  readonly indent: string;
  readonly content: string;
  /** Offset of the line's first character, and of its line break. */
  readonly at: number;
  readonly breakAt: number;
}

/** Reads a block scalar with the place of every character. */
export function placeBlock(shape: BlockShape): PlacedText {
  const lines = linesOf(shape);
  const placing = new Placing();
  let last = lines.length;
  while (last > 0 && lines[last - 1]!.content === '') last--;
  if (last === 0) {
    if (shape.chomp === 'keep') for (const line of lines.slice(0, Math.max(1, lines.length - 1))) breakOf(line, placing);
    return placing.placed;
  }
  const first = lines.findIndex((line) => line.content !== '');
  const indent = shape.indent ?? lines[first]!.indent.length;
  // Blank lines after the text that are indented deeper belong to it.
  for (let at = lines.length - 1; at >= last; at--) if (lines[at]!.indent.length > indent) last = at + 1;
  for (const line of lines.slice(0, first)) {
    placing.copy(line.indent.slice(indent), line.at + indent);
    breakOf(line, placing);
  }
  const text = lines.slice(first, last);
  if (shape.folded) placeFolded(text, indent, placing);
  else
    text.forEach((line, index) => {
      if (index > 0) breakOf(text[index - 1]!, placing);
      contentOf(line, indent, placing);
    });
  const end = lines[last - 1]!;
  if (shape.chomp === 'clip') breakOf(end, placing);
  if (shape.chomp === 'keep') {
    breakOf(end, placing);
    for (const line of lines.slice(last, -1)) breakOf(line, placing);
  }
  return placing.placed;
}

/** Folding: one break between two lines of text is a blank; blank and deeper-indented lines keep their breaks. */
function placeFolded(lines: readonly BlockLine[], indent: number, placing: Placing): void {
  let pending: { text: string; line: BlockLine } | undefined;
  let deeperBefore = false;
  let previous: BlockLine | undefined;
  const separate = (text: string): void => {
    if (pending) for (const character of text) placing.add(character, pending.line.breakAt, pending.line.breakAt + 1);
  };
  for (const line of lines) {
    const deeper = line.indent.length > indent || line.content.startsWith('\t');
    if (deeper) {
      if (pending?.text === ' ') separate('\n');
      else if (pending) separate(!deeperBefore && pending.text === '\n' ? '\n\n' : pending.text);
      contentOf(line, indent, placing);
      pending = { text: '\n', line };
      deeperBefore = true;
    } else if (line.content === '') {
      if (pending?.text === '\n') breakOf(previous!, placing);
      else pending = { text: '\n', line };
    } else {
      if (pending) separate(pending.text);
      contentOf(line, indent, placing);
      pending = { text: ' ', line };
      deeperBefore = false;
    }
    previous = line;
  }
}

function contentOf(line: BlockLine, indent: number, placing: Placing): void {
  placing.copy(line.indent.slice(indent) + line.content, line.at + Math.min(indent, line.indent.length));
}

function breakOf(line: BlockLine, placing: Placing): void {
  placing.add('\n', line.breakAt, line.breakAt + 1);
}

function linesOf(shape: BlockShape): BlockLine[] {
  const lines: BlockLine[] = [];
  let at = shape.start;
  for (const raw of shape.body.split('\n')) {
    const indent = /^ */.exec(raw)![0];
    const content = raw.slice(indent.length).replace(/\r$/, '');
    lines.push({ indent, content, at, breakAt: at + indent.length + content.length });
    at += raw.length + 1;
  }
  return lines;
}
