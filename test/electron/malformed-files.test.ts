// Documents and journals that no program of ours has written, thousands of them: cut, changed, repeated and
// mixed, with right and with wrong sums. Each studio opens, or is refused as newer; what could not be used
// is kept, and nothing grows without end.
import { expect, inject, test } from 'vitest';
import { NewerData, type WorkspaceDocument } from '../../core/persistence/documents.ts';
import type { WorkspaceStore } from '../../core/persistence/workspace-store.ts';
import { openDocument } from '../../electron/adapters/document-store.ts';
import { endFile } from '../../electron/adapters/end-mark.ts';
import { enveloped } from '../../electron/adapters/envelope.ts';
import { openLines } from '../../electron/adapters/line-file.ts';
import { systemDigest } from '../../electron/adapters/system.ts';
import { seededChance } from '../../electron/simulator/faults/seeded-chance.ts';
import { fuzzRuns, growth, printTable } from '../support/fuzz-runs.ts';
import { mutator, type Mutator } from '../support/malformed.ts';
import { person } from '../support/samples.ts';
import { onDisk, simulatedDisk } from '../support/simulated-disk.ts';
import { openStore } from '../support/workspace-files.ts';

const writer = { program: 'test', version: '1' };
/** What this very program wrote, unchanged, is not checked field by field. Anybody else's is. */
const somebodyElse = { program: 'another', version: '1' };
const documents = ['workspace.json', 'workspace-backup.json'] as const;
const journals = ['journal-1.changes', 'journal-2.changes'] as const;

type Files = ReturnType<typeof simulatedDisk>;

const open = ({ disk }: Files): WorkspaceStore =>
  openStore({
    workspace: openDocument<WorkspaceDocument>('/data', 'workspace', { disk, writer }),
    backup: openDocument<WorkspaceDocument>('/data', 'workspace-backup', { disk, writer }),
    journal: [
      openLines(onDisk('journal-1.changes'), { disk }),
      openLines(onDisk('journal-2.changes'), { disk }),
    ],
    end: endFile(onDisk('journal.end'), disk),
  });

/** A studio with two checkpoints and lines after each of them. */
function goodFiles(): ReadonlyMap<string, string> {
  const files = simulatedDisk();
  const store = open(files);
  for (let number = 1; number <= 9; number += 1) {
    store.commit([{ table: 'people', id: `p${number}`, value: person(`p${number}`) }]);
    if (number % 3 === 0) store.checkpoint();
  }
  store.commit([{ table: 'people', id: 'p10', value: person('p10') }]);
  return new Map([...files.copy()].map(([path, text]) => [path.slice('/data/'.length), text]));
}

/**
 * The sum of a journal's line, made right again: what is in it must be checked all the same. Null for what is
 * nested too deeply to be written.
 */
function summed(line: Record<string, unknown>): string | null {
  const { sum: _, ...rest } = line;
  try {
    return JSON.stringify({ sum: systemDigest(JSON.stringify(rest)), ...rest });
  } catch {
    return null;
  }
}

function badText(text: string, bad: Mutator): string {
  const at = bad.whole(text.length + 1);
  const other = bad.whole(text.length + 1);
  const piece = text.slice(Math.min(at, other), Math.max(at, other));
  switch (bad.whole(6)) {
    case 0:
      return text.slice(0, at);
    case 1:
      return text.slice(0, at) + String.fromCodePoint(bad.whole(0x2_ff)) + text.slice(at + 1);
    case 2:
      return text.slice(0, at) + piece + text.slice(at);
    case 3:
      return text.slice(0, at) + '\u0000'.repeat(bad.whole(4096)) + text.slice(at);
    case 4:
      return text.replace(piece, '');
    default:
      return bad.text({ document: null });
  }
}

function badDocument(text: string, bad: Mutator): string {
  if (bad.whole(3) === 0) return badText(text, bad);
  const { document } = JSON.parse(text) as { readonly document: unknown };
  if (bad.whole(12) === 0)
    return enveloped(JSON.stringify({ ...(document as object), schemaVersion: 99 }), somebodyElse);
  const spoilt = bad.text(document);
  return bad.whole(4) === 0 ? `{"sum":"","document":${spoilt}}` : enveloped(spoilt, somebodyElse);
}

function badJournal(text: string, bad: Mutator): string {
  const lines = text.split('\n').slice(0, -1);
  const at = bad.whole(Math.max(1, lines.length));
  const line = lines[at];
  if (line === undefined || bad.whole(3) === 0) return badText(text, bad);
  const turn = bad.whole(5);
  if (turn === 0) return [...lines.toSpliced(at, 1), ''].join('\n');
  if (turn === 1) return [...lines, line, ''].join('\n');
  if (turn === 2) return [...lines.toReversed(), ''].join('\n');
  const spoilt = bad.value(JSON.parse(line)) as Record<string, unknown>;
  const isRow = typeof spoilt === 'object' && spoilt !== null && !Array.isArray(spoilt);
  return [...lines.with(at, (turn === 3 && isRow ? summed(spoilt) : null) ?? bad.text(spoilt)), ''].join(
    '\n',
  );
}

const spoil = (name: string, text: string, bad: Mutator): string =>
  documents.some((document) => document === name)
    ? badDocument(text, bad)
    : journals.some((journal) => journal === name)
      ? badJournal(text, bad)
      : badText(text, bad);

/** Opens the studio twice and works in it. What it came to, in a word or two. */
function outcome(files: Files): string {
  try {
    const store = open(files);
    store.commit([{ table: 'people', id: 'p99', value: person('p99') }]);
    store.checkpoint();
    const people = store.tables.people.size;
    const again = open(files);
    if (again.tables.people.size !== people) throw new Error('A restart shows another state');
    return [...new Set(store.recoveries.map(({ document, recovery }) => `${document}: ${recovery}`))]
      .toSorted()
      .join(', ');
  } catch (error) {
    if (error instanceof NewerData) return 'refused: newer';
    throw error;
  }
}

test.each([
  ['fixed seed', 20_261_128, 500],
  ['free seed', inject('freeSeed'), fuzzRuns(500)],
])('bad documents and journals (%s %i, %i of them)', { timeout: 3_600_000 }, (_, seed, count) => {
  const bad = mutator(seededChance(seed));
  const good = goodFiles();
  const names = [...good.keys()];
  const grown = growth();
  const tally = new Map<string, number>();
  let most = 0;
  for (let round = 0; round < count; round += 1) {
    const files = simulatedDisk();
    for (const [name, text] of good) files.put(onDisk(name), text);
    for (let left = 1 + bad.whole(2); left > 0; left -= 1) {
      const name = names[bad.whole(names.length)] ?? '';
      files.put(onDisk(name), spoil(name, good.get(name) ?? '', bad));
    }
    const before = files.copy();
    const came = outcome(files) || 'nothing to tell';
    // A newer studio is not touched.
    if (came === 'refused: newer') expect(files.copy()).toEqual(before);
    tally.set(came, (tally.get(came) ?? 0) + 1);
    most = Math.max(most, files.paths().length);
  }
  printTable(`${count} bad documents and journals, seed ${seed}`, tally, grown());
  expect(grown()).toBeLessThan(700);
  expect(most).toBeLessThan(15);
  expect('polluted' in {}).toBe(false);
  for (const word of ['workspace: backup', 'journal: readable-part', 'refused: newer'])
    expect(
      [...tally.keys()].some((came) => came.includes(word)),
      word,
    ).toBe(true);
});
