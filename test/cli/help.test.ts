import { describe, expect, it } from 'vitest';
import { COMMANDS } from '../../src/cli/commands.ts';
import { TOPICS } from '../../src/cli/topics.ts';
import { runIn } from './world.ts';

/** Help pages are promises about options: a change shows as a difference. `npx vitest run test/cli/help.test.ts -u` rewrites them. */
describe('help', () => {
  it('has a front page', async () => {
    const page = await runIn('/', ['--help']);
    expect(page.code).toBe(0);
    await expect(page.out).toMatchFileSnapshot('help/front.txt');
  });

  it.each(COMMANDS.map((command) => command.name))('has a page for %s, the same by both ways', async (name) => {
    const page = await runIn('/', [name, '--help']);
    await expect(page.out).toMatchFileSnapshot(`help/${name}.txt`);
    expect((await runIn('/', ['help', name])).out).toBe(page.out);
    expect(page.out.split('\n')[2]).toBe('Examples');
  });

  it.each(TOPICS.map((topic) => topic.name))('has the topic %s, no line wider than 110 columns', async (name) => {
    const page = await runIn('/', ['help', name]);
    expect(page.code).toBe(0);
    expect(page.out.split('\n').filter((line) => line.length > 110)).toEqual([]);
    expect((await runIn('/', ['help'])).out).toContain(name);
  });

  it('shows the order of operations with the mechanics where they act', async () => {
    const { MECHANICS } = await import('../../src/mechanic/index.ts');
    const page = (await runIn('/', ['help', 'order'])).out;
    const { PAYMENTS } = await import('../../src/mechanic/payments.ts');
    for (const { key } of [...MECHANICS, ...PAYMENTS]) expect(page).toContain(key);
    // 1 to 7, 9 to 12 and 17 looked like missing text.
    const numbers = [...page.matchAll(/^ {2,3}(\d+) {2}/gm)].map((match) => +match[1]!);
    expect(numbers).toEqual(Array.from({ length: 19 }, (_, index) => index + 1));
    for (const { about } of MECHANICS) expect(about).not.toMatch(/\bstep \d/);
  });

  it('has a page for every mechanic, with its fields and its example', async () => {
    const { MECHANICS } = await import('../../src/mechanic/index.ts');
    const list = (await runIn('/', ['mechanics'])).out;
    for (const mechanic of MECHANICS) {
      expect(list).toContain(mechanic.summary);
      const page = (await runIn('/', ['mechanics', mechanic.key])).out;
      expect(page).toContain(mechanic.example.work);
      expect(page).toContain(`earns ${mechanic.example.earns}`);
    }
    for (const mechanic of (await import('../../src/mechanic/payments.ts')).PAYMENTS) {
      expect(list).toContain(mechanic.summary);
      const page = (await runIn('/', ['mechanics', mechanic.key])).out;
      expect(page.replace(/\s+/g, ' ')).toContain(mechanic.example.work);
      expect(page).toContain(`pays ${mechanic.example.paid.join(', ')}`);
    }
  });

  it('has a page for every code, with a wrong and a right example', async () => {
    const { CODES } = await import('../../src/diagnostic/codes.ts');
    for (const [code, entry] of Object.entries(CODES)) {
      const page = (await runIn('/', ['explain', code])).out;
      expect(page, code).toContain(`${code}: ${entry.title}`);
      expect(entry.wrong.length * entry.right.length * entry.about.length, code).toBeGreaterThan(0);
    }
  });
});
