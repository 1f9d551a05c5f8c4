import { createHash } from 'node:crypto';
import type { WorkspaceChange } from '../../core/desk/rows/state.ts';

/** What happened, in order: a digest that compares two runs, and lines to read. */
export interface Trace {
  /** `shown`: a shorter line to read. The digest always takes the whole one. */
  add(line: string, shown?: string): void;
  digest(): string;
  readonly lines: readonly string[];
}

export function createTrace(verbose: boolean): Trace {
  const hash = createHash('sha256');
  const lines: string[] = [];
  return {
    add(line, shown = line) {
      hash.update(`${line}\n`);
      if (verbose) lines.push(shown);
    },
    digest: () => hash.copy().digest('hex'),
    lines,
  };
}

const mostTold = 6;

const rowOf = ({ table, id, value }: WorkspaceChange): string =>
  `${table}/${id}${value === null ? ' gone' : table === 'outbox' && 'state' in value ? ` ${value.state}` : ''}`;

/** Names the rows that became durable: all of them, and the first few. An import has thousands. */
export function rowsTold(changes: readonly WorkspaceChange[]): {
  readonly all: string;
  readonly few: string;
} {
  const told = changes.map(rowOf);
  const few = told.slice(0, mostTold).join(', ');
  return {
    all: told.join(', '),
    few: told.length > mostTold ? `${few} … and ${told.length - mostTold} more` : few,
  };
}
