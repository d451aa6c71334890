import fc from 'fast-check';
import { test } from 'vitest';
import { textsOf } from '../arbitrary/groups/text.ts';
import { worldsOf, type Focus } from '../arbitrary/groups/world.ts';
import { travel } from '../arbitrary/road.ts';
import { compute } from '../oracle/groups/run.ts';
test('stats', async () => {
  const focus = (process.env.FOCUS ?? 'pool').split('+') as Focus[];
  const counts: Record<string, number> = {};
  const add = (k: string): void => void (counts[k] = (counts[k] ?? 0) + 1);
  for (const world of fc.sample(worldsOf(focus), 300)) {
    const naive = compute(world);
    const real = await travel(textsOf(world));
    for (const p of new Set(real.problems.map((p) => p.code + (p.severity === 'error' ? '!' : '')))) add(`real ${p}`);
    if ('refused' in naive) { add(`refused ${naive.refused}`); continue; }
    add('fine');
    for (const p of naive.payouts) for (const c of p.components) { add(`${c.id} ${c.earned === '0' ? 'zero' : c.earned.startsWith('-') ? 'negative' : 'positive'}`); if (c.base === 'n/a') add(`${c.id} base n/a`); if (c.attainment !== 'n/a') add(`${c.id} attainment`); }
  }
  console.log(JSON.stringify(counts, null, 1));
}, 600000);
