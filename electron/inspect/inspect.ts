// `npm run inspect -- DIR` shows the content of a data folder, for developers and support. It only reads.
import { existsSync } from 'node:fs';
import { parseArgs } from 'node:util';
import { sendingOrder } from '../../core/desk/pending/outgoing.ts';
import { readFolder, type Folder, type Line } from './read-folder.ts';

const usage = `npm run inspect -- DIR [--table NAME] [--to NUMBER] [--lines NUMBER]
  DIR      a data folder
  --table  prints the rows of one table, one JSON a line
  --to     replays the journal up to this command
  --lines  how many of the newest commands are listed (20)`;

/** What one command changed, without the content of the rows: `people +1, history +1`. */
function changesOf({ changes }: Pick<Line, 'changes'>): string {
  const counts = new Map<string, { written: number; removed: number }>();
  for (const { table, value } of changes) {
    const count = counts.get(table) ?? { written: 0, removed: 0 };
    if (value === null) count.removed += 1;
    else count.written += 1;
    counts.set(table, count);
  }
  const parts = [...counts].map(([table, { written, removed }]) =>
    [table, written > 0 ? `+${written}` : '', removed > 0 ? `-${removed}` : ''].filter(Boolean).join(' '),
  );
  return parts.join(', ');
}

/** The folder as text: tables, outbox, newest commands, and files that could not be read. */
function describe(folder: Folder, most: number): string {
  const { workspace, replica, seq, checkpoint, lines, problems } = folder;
  const tables = [...Object.entries(workspace), ...Object.entries(replica)] as [
    string,
    Map<string, unknown>,
  ][];
  const outbox = sendingOrder({ workspace }).map(
    ({ order, id, command, state, tries, lastAnswer }) =>
      `  ${order}  ${id}  ${command.kind}  ${state}, ${tries} tries, last answer: ${lastAnswer}`,
  );
  const shown = lines.slice(-most).map((line) => `  ${line.seq}  ${line.file}  ${changesOf(line)}`);
  return [
    `Rows as of command ${seq} (checkpoint ${checkpoint}, ${lines.length} lines of the journal)`,
    ...tables.filter(([, rows]) => rows.size > 0).map(([name, rows]) => `  ${name.padEnd(16)} ${rows.size}`),
    `Outbox, in the order in which it is sent: ${outbox.length}`,
    ...outbox,
    `The newest ${shown.length} commands of the journal, with what each changed`,
    ...shown,
    problems.length === 0 ? 'Everything could be read.' : 'Could not be read:',
    ...problems.map((problem) => `  ${problem}`),
  ].join('\n');
}

/** Runs the command line; returns what to print and the exit code. */
export function inspect(argv: readonly string[]): { readonly text: string; readonly code: number } {
  let parsed;
  try {
    parsed = parseArgs({
      args: [...argv],
      allowPositionals: true,
      options: {
        table: { type: 'string' },
        to: { type: 'string' },
        lines: { type: 'string', default: '20' },
      },
    });
  } catch {
    return { text: usage, code: 1 };
  }
  const { values, positionals } = parsed;
  const [folder] = positionals;
  const upTo = values.to === undefined ? undefined : Number(values.to);
  const most = Number(values.lines);
  if (folder === undefined || !Number.isInteger(most) || most < 0 || (upTo !== undefined && !(upTo >= 0)))
    return { text: usage, code: 1 };
  if (!existsSync(folder)) return { text: `There is no folder ${folder}`, code: 1 };
  const found = readFolder(folder, upTo);
  if (values.table === undefined) return { text: describe(found, most), code: 0 };
  const tables = { ...found.workspace, ...found.replica } as Record<string, Map<string, unknown> | undefined>;
  const rows = tables[values.table];
  if (rows === undefined)
    return { text: `There is no table ${values.table}. Tables: ${Object.keys(tables).join(', ')}`, code: 1 };
  return { text: [...rows.values()].map((row) => JSON.stringify(row)).join('\n'), code: 0 };
}
