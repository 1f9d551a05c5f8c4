import { createHash } from 'node:crypto';

/** What happened, in order: as a digest to compare two runs by, and in words where somebody wants to read it. */
export interface Trace {
  add(line: string): void;
  digest(): string;
  readonly lines: readonly string[];
}

export function createTrace(verbose: boolean): Trace {
  const hash = createHash('sha256');
  const lines: string[] = [];
  return {
    add(line) {
      hash.update(`${line}\n`);
      if (verbose) lines.push(line);
    },
    digest: () => hash.copy().digest('hex'),
    lines,
  };
}
