/** The explanation of every payout as lines of text. */
import type { Step } from '../../src/engine/index.ts';
import type { Travelled } from '../arbitrary/road.ts';

export function steps({ payouts }: Travelled): string[] {
  const lines: string[] = [];
  const walk = (step: Step, depth: number): void => {
    lines.push(`${'  '.repeat(depth)}${step.kind} ${step.name}: ${step.text}`);
    for (const part of step.parts) walk(part, depth + 1);
  };
  for (const { step } of payouts) if (step !== undefined) walk(step, 0);
  return lines;
}
