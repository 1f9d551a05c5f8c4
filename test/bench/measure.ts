// The times of a piece of work, and a table of them.
export interface Timing {
  readonly median: number;
  readonly p95: number;
}

/**
 * Runs the work until it is compiled, then `times` more, and returns milliseconds. The result is kept,
 * because the compiler could otherwise remove the work.
 */
export function measure(work: () => unknown, times: number, warmUp = Math.ceil(times / 4)): Timing {
  const kept: unknown[] = [];
  const took: number[] = [];
  for (let run = -warmUp; run < times; run += 1) {
    const begun = performance.now();
    kept[0] = work();
    if (run >= 0) took.push(performance.now() - begun);
  }
  return timingOf(took);
}

export function timingOf(took: readonly number[]): Timing {
  const sorted = [...took].sort((a, b) => a - b);
  const at = (share: number): number =>
    sorted[Math.min(sorted.length - 1, Math.floor(sorted.length * share))] ?? 0;
  return { median: at(0.5), p95: at(0.95) };
}

/** Runs a piece of work once. */
export async function timed<T>(
  work: () => T | Promise<T>,
): Promise<{ readonly ms: number; readonly value: T }> {
  const begun = performance.now();
  const value = await work();
  return { ms: performance.now() - begun, value };
}

export const milliseconds = (value: number): string => `${value.toFixed(value < 10 ? 2 : 1)} ms`;

/** Each column is as wide as its widest cell. The first is aligned to the left, the others to the right. */
export function table(rows: readonly (readonly string[])[]): string {
  const widths = (rows[0] ?? []).map((_, column) => Math.max(...rows.map((row) => row[column]?.length ?? 0)));
  return rows
    .map((row) =>
      row
        .map((cell, column) =>
          column === 0 ? cell.padEnd(widths[0] ?? 0) : cell.padStart(widths[column] ?? 0),
        )
        .join('   '),
    )
    .join('\n');
}
