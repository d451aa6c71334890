/** Texts of a case as data files in memory, and the way back: a line of such a file is a line of the file of cases. */
import type { Input, TableContract } from '../data/contract.ts';
import type { DataPlace, Diagnostic, Span } from '../diagnostic/diagnostic.ts';
import { lineOf } from '../diagnostic/position.ts';
import type { ScalarNode } from '../document/node.ts';
import type { Step } from '../engine/index.ts';
import type { Case } from './suite.ts';

export interface Origin {
  /** The problem at its line in the file of cases, where it is about a text of the case. */
  problem(problem: Diagnostic): Diagnostic;
  /** The step and all below, with lines of the file of cases. */
  step(step: Step): Step;
}

export interface StandIn {
  readonly inputs: ReadonlyMap<TableContract, Input>;
  readonly origin: Origin;
}

export function standIn(one: Case): StandIn {
  const inputs = new Map<TableContract, Input>();
  const nodes = new Map<string, { readonly node: ScalarNode; readonly delimiter: string }>();
  for (const [contract, node] of one.tables) {
    const name = `${contract.name} of the case`;
    nodes.set(name, { node, delimiter: contract.delimiter });
    inputs.set(contract, inMemory(name, node.text));
  }
  const line = (data: DataPlace): Span | undefined => {
    const text = nodes.get(data.file);
    return text === undefined ? undefined : data.line === undefined ? text.node.at : cellSpan(text.node, data.line, data.cell === undefined ? undefined : data.column, text.delimiter);
  };
  const moved = (data: DataPlace): DataPlace => {
    const at = line(data);
    return at === undefined ? data : { ...data, file: at.source.name, ...(data.line === undefined ? {} : { line: lineOf(at.source, at.start) }) };
  };
  const origin: Origin = {
    problem(problem) {
      const { data, ...rest } = problem;
      const at = data === undefined ? undefined : line(data);
      return at === undefined ? problem : { ...rest, at };
    },
    step: (step) => ({ ...step, ...(step.data === undefined ? {} : { data: moved(step.data) }), parts: step.parts.map(origin.step) }),
  };
  return { inputs, origin };
}

function inMemory(name: string, text: string): Input {
  const bytes = new TextEncoder().encode(text);
  return {
    name,
    async *chunks() {
      yield bytes;
    },
  };
}

/** The place of a 1-based line of the text, or of a cell in it where that can be told without reading CSV. */
function cellSpan(node: ScalarNode, line: number, column: number | undefined, delimiter: string): Span {
  let start = 0;
  for (let n = 1; n < line; n++) {
    const next = node.text.indexOf('\n', start);
    if (next < 0) break;
    start = next + 1;
  }
  const next = node.text.indexOf('\n', start);
  const end = next < 0 ? node.text.length : next;
  const cells = node.text.slice(start, end).split(delimiter);
  const cell = column === undefined || node.text.includes('"') ? undefined : cells[column - 1];
  if (column === undefined || cell === undefined || cell === '') return node.place(start, end);
  const before = cells.slice(0, column - 1).reduce((sum, one) => sum + one.length + 1, start);
  return node.place(before, before + cell.length);
}
