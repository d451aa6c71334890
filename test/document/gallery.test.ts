/**
 * The gallery of everything a YAML file can do wrong: input and exact words stand side by side in gallery.txt, which
 * is also the review sheet for wording. `UPDATE=1 npx vitest run test/document/gallery` writes it anew.
 */
import { readFileSync, writeFileSync } from 'node:fs';
import { expect, test } from 'vitest';
import { yamlCodes } from '../../src/diagnostic/codes/yaml.ts';
import { Problems } from '../../src/diagnostic/diagnostic.ts';
import { escapeUnseen } from '../../src/diagnostic/visible.ts';
import { parseDocument } from '../../src/document/parse.ts';
import { problemWords } from '../../src/report/diagnostic/text.ts';

const FILE = new URL('./gallery.txt', import.meta.url);
const entries = readFileSync(FILE, 'utf8')
  .split(/^## /m)
  .slice(1)
  .map((entry) => {
    const [title, yaml, ...words] = entry.split('\n');
    return { title: title!, yaml: JSON.parse(yaml!.slice('yaml: '.length)) as string, words: words.join('\n').trim() };
  });

async function wordsFor(yaml: string): Promise<string> {
  const problems = new Problems();
  const root = parseDocument({ name: 'plan.yaml', text: yaml }, problems);
  const words = (await problemWords(problems.all)).trim();
  return words === '' ? `(accepted: a ${root?.kind})` : words;
}

if (process.env.UPDATE === '1' && process.env.CI === undefined) {
  const texts: string[] = [];
  for (const { title, yaml } of entries) texts.push(`## ${title}\nyaml: ${escapeUnseen(JSON.stringify(yaml))}\n${await wordsFor(yaml)}\n`);
  writeFileSync(FILE, texts.join('\n'));
}

for (const { title, yaml, words } of entries) test(title, async () => expect(await wordsFor(yaml)).toBe(words));

test('every code of a broken YAML text has a picture', () => {
  const shown = new Set(entries.flatMap(({ words }) => [...words.matchAll(/\[(Y\d{3})\]/g)].map((match) => match[1])));
  // Sizes (Y03x), bytes (Y04x) and ignores (Y06x) have tests of their own; Y050 is for what the library may say one day.
  const elsewhere = /^Y(03[023]|04\d|050|06\d)$/;
  expect(Object.keys(yamlCodes).filter((code) => !shown.has(code) && !elsewhere.test(code))).toEqual([]);
});
