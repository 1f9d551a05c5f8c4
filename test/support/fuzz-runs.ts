// How many made-up inputs a fuzz test tries, and its table. `FUZZ_RUNS=100000` tries that many and prints it.

const given = Number(process.env['FUZZ_RUNS']);
const asked = Number.isSafeInteger(given) && given > 0 ? given : null;

/** The usual number, or what was asked for. */
export const fuzzRuns = (usual: number): number => asked ?? usual;

const mebibyte = 1024 * 1024;

/** Measures how much the process grows. Call the returned function for the growth in MiB. */
export function growth(): () => number {
  const before = process.memoryUsage.rss();
  return () => Math.round((process.memoryUsage.rss() - before) / mebibyte);
}

/** Prints how often each outcome came, if somebody asked for a number of runs. */
export function printTable(title: string, tally: ReadonlyMap<string, number>, grownMiB: number): void {
  if (asked === null) return;
  const rows = [...tally].sort(([a], [b]) => (a < b ? -1 : 1));
  const width = Math.max(...rows.map(([word]) => word.length));
  const lines = rows.map(([word, count]) => `| ${word.padEnd(width)} | ${String(count).padStart(8)} |`);
  process.stdout.write(`\n${title}, memory +${grownMiB} MiB\n${lines.join('\n')}\n`);
}
