// The first start on a folder of an older format, and the first command in it, interrupted at every step that
// the disk takes. The next start finds everything, and has nothing to tell.
import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { workspaceTables } from '../../core/desk/rows/tables.ts';
import type { WorkspaceDocument } from '../../core/persistence/documents.ts';
import type { WorkspaceStore } from '../../core/persistence/workspace-store.ts';
import { openDocument } from '../../electron/adapters/document-store.ts';
import { endFile, endFiles } from '../../electron/adapters/end-mark.ts';
import { openLines } from '../../electron/adapters/line-file.ts';
import { seededChance } from '../../electron/simulator/faults/seeded-chance.ts';
import { sameText } from '../simulation/same-text.ts';
import { person } from '../support/samples.ts';
import { Crash, crashMoments, onDisk, simulatedDisk, type SimulatedDisk } from '../support/simulated-disk.ts';
import { openStore } from '../support/workspace-files.ts';

const golden = new URL('../golden/folders/', import.meta.url).pathname;
const studios = readdirSync(golden);
const writer = { program: 'test', version: '1' };

function diskWith(studio: string, seed: number): SimulatedDisk {
  const chance = seededChance(seed);
  const files = simulatedDisk(() => chance.next());
  for (const name of readdirSync(join(golden, studio)))
    files.put(onDisk(name), readFileSync(join(golden, studio, name), 'utf8'));
  return files;
}

function start({ disk }: SimulatedDisk): WorkspaceStore {
  const document = (name: string) => openDocument<WorkspaceDocument>('/data', name, { disk, writer });
  const lines = (name: string) => openLines(onDisk(name), { disk });
  return openStore({
    workspace: document('workspace'),
    backup: document('workspace-backup'),
    journal: [lines('journal-1.changes'), lines('journal-2.changes')],
    end: endFiles(endFile(onDisk('journal.end'), disk), endFile('/own/studio.end', disk)),
  });
}

/** A start, a command, and all rows written in the format of today. */
function work(files: SimulatedDisk): void {
  const store = start(files);
  store.commit([{ table: 'people', id: 'new', value: person('new') }]);
  store.checkpoint();
  store.checkpoint();
}

const rowsOf = (store: WorkspaceStore): string =>
  sameText(
    workspaceTables.map((table) => [table, [...store.tables[table].values()].map(sameText).toSorted()]),
  );

test.each(studios)('%s', (studio) => {
  const before = rowsOf(start(diskWith(studio, 0)));
  const undisturbed = diskWith(studio, 0);
  work(undisturbed);
  const after = rowsOf(start(undisturbed));
  const steps = undisturbed.steps();
  expect(after).not.toBe(before);
  expect(steps).toBeGreaterThan(5);

  for (let step = 1; step <= steps; step += 1)
    for (const moment of crashMoments) {
      const files = diskWith(studio, step);
      files.crashAt(step, moment);
      try {
        work(files);
      } catch (error) {
        expect(error).toBeInstanceOf(Crash);
      }
      files.crashAt(0, 'before');
      const again = start(files);
      expect([before, after], `step ${step}, ${moment}`).toContain(rowsOf(again));
      expect(again.recoveries, `step ${step}, ${moment}`).toEqual([]);
      work(files);
      expect(rowsOf(start(files)), `step ${step}, ${moment}`).toBe(after);
    }
});
