import fc from 'fast-check';
import { expect, test } from 'vitest';
import { Problems } from '../../src/diagnostic/diagnostic.ts';
import type { MapNode, ScalarNode } from '../../src/document/node.ts';
import { parseDocument } from '../../src/document/parse.ts';

function scalar(text: string, key = 'f'): ScalarNode | undefined {
  const problems = new Problems();
  const root = parseDocument({ name: 'p.yaml', text }, problems);
  return (root as MapNode | undefined)?.get(key) as ScalarNode | undefined;
}

/** What stands in the file behind each character of the scalar. */
function behind(node: ScalarNode): string[] {
  return [...node.text].map((_, at) => node.at.source.text.slice(node.place(at, at + 1).start, node.place(at, at + 1).end));
}

const ESCAPES: ReadonlyMap<string, string> = new Map([['\\n', '\n'], ['\\t', '\t'], ['\\"', '"'], ['\\\\', '\\'], ['\\x41', 'A'], ['\\u00e9', 'é'], ['\\/', '/']]);

/** Both ends name the same character: itself, an escape of it, a doubled quote, or the line break that was folded. */
function expectHome(node: ScalarNode): void {
  behind(node).forEach((raw, at) => {
    const character = node.text[at]!;
    const home = raw === character || ESCAPES.get(raw) === character || (raw === "''" && character === "'") || ((raw === '\n' || raw === '\r') && (character === ' ' || character === '\n')) || (raw === '' && character === '\n');
    expect(home, `character ${at} ${JSON.stringify(character)} of ${JSON.stringify(node.text)} is ${JSON.stringify(raw)} in ${JSON.stringify(node.at.source.text)}`).toBe(true);
  });
}

const word = fc.stringMatching(/^[a-z0-9()*+<>=.é日]{1,6}$/);
const spaced = fc.array(word, { minLength: 1, maxLength: 5 }).map((words) => words.join(' '));
const lineEnd = fc.constantFrom('\n', '\r\n');

test('law: a plain formula over several lines maps back to its characters', () => {
  fc.assert(
    fc.property(fc.array(fc.tuple(fc.constantFrom('', '\n', '\n\n'), fc.integer({ min: 1, max: 5 }), spaced), { minLength: 1, maxLength: 5 }), lineEnd, (lines, end) => {
      const text = `f: x${lines.map(([blank, indent, words]) => `${`\n${blank}`.replaceAll('\n', end)}${' '.repeat(indent)}${words}`).join('')}${end}`;
      const node = scalar(text);
      if (node) expectHome(node);
    }),
  );
});

test('law: quoted texts with doubled quotes, escapes and folded lines map back to their characters', () => {
  const single = fc.constantFrom('a', 'é', ' ', "''", '\n  ', '\n\n  ', '\t', '日', '"', '#', ': ');
  const double = fc.constantFrom('a', ' ', '\\n', '\\t', '\\"', '\\\\', '\\x41', '\\u00e9', '\n  ', '\n\n  ', '\\\n  ', "'", '日', '🎉'[0] === '\ud83c' ? '\\/' : 'b');
  fc.assert(
    fc.property(fc.array(single, { maxLength: 12 }), lineEnd, (parts, end) => {
      const node = scalar(`f: '${parts.join('').replaceAll('\n', end)}'${end}g: 1${end}`);
      if (node) expectHome(node);
    }),
  );
  fc.assert(
    fc.property(fc.array(double, { maxLength: 12 }), lineEnd, (parts, end) => {
      const node = scalar(`f: "${parts.join('').replaceAll('\n', end)}"${end}g: 1${end}`);
      if (node) expectHome(node);
    }),
  );
});

test('law: literal and folded blocks map back to their characters', () => {
  const line = fc.tuple(fc.constantFrom(0, 0, 0, 2, 4), fc.oneof(spaced, fc.constant('')));
  fc.assert(
    fc.property(fc.constantFrom('|', '>'), fc.constantFrom('', '-', '+'), fc.constantFrom('', '2'), fc.array(line, { maxLength: 6 }), lineEnd, fc.boolean(), (style, chomp, digit, lines, end, final) => {
      const body = lines.map(([indent, words]) => (words === '' ? ' '.repeat(indent) : `${' '.repeat(2 + indent)}${words}`)).join(end);
      const node = scalar(`f: ${style}${digit}${chomp}${end}${body}${final ? `${end}g: 1${end}` : ''}`);
      if (node) expectHome(node);
    }),
    { numRuns: 400 },
  );
});

test('a place inside a folded formula points at its word on its own line', () => {
  const node = scalar('plan: a\nf: >-\n    amount\n    * mragin\n')!;
  const start = node.text.indexOf('mragin');
  const { source, start: from, end } = node.place(start, start + 6);
  expect(source.text.slice(from, end)).toBe('mragin');
});

test('a place at the end of a text is just behind its last character', () => {
  const node = scalar('f: "a == "\n')!;
  expect(node.place(node.text.length, node.text.length)).toMatchObject({ start: 9, end: 9 });
  expect(scalar('f:\n')!.place(0, 0)).toMatchObject({ start: 2, end: 2 });
});
