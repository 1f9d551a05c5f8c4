// What the adapters have written outlives a power failure, whatever the disk loses of what was not synced;
// and a write that did not come to its end leaves the old content. Each sync, each rename and each check of
// the size is needed: without it a case fails.
import { describe, expect, test } from 'vitest';
import { openDocument } from '../../electron/adapters/document-store.ts';
import { openLines } from '../../electron/adapters/line-file.ts';
import { writeWhole } from '../../electron/adapters/write-whole.ts';
import { seededChance } from '../../electron/simulator/faults/seeded-chance.ts';
import { Crash, crashMoments, onDisk, simulatedDisk } from '../support/simulated-disk.ts';

const writer = { program: 'test', version: '1' };
const chances = Array.from({ length: 40 }, (_, seed) => seededChance(seed));
const file = onDisk('workspace.json');

describe('a document', () => {
  test('that was written is there after a power failure, whole and under its name', () => {
    for (const chance of chances) {
      const files = simulatedDisk();
      const document = openDocument<object>('/data', 'workspace', { disk: files.disk, writer });
      document.write({ n: 1 });
      document.write({ n: 2, text: 'x'.repeat(500) });
      files.powerFailure(() => chance.next());
      expect(openDocument('/data', 'workspace', { disk: files.disk, writer }).read()).toEqual({
        ok: true,
        value: { n: 2, text: 'x'.repeat(500) },
      });
    }
  });

  test.each(crashMoments)('of which a crash (%s) took a step is the old one or the new one', (moment) => {
    for (const [step, chance] of chances.slice(0, 12).entries()) {
      const files = simulatedDisk(() => chance.next());
      const open = () => openDocument<object>('/data', 'workspace', { disk: files.disk, writer });
      open().write({ n: 1 });
      files.crashAt(step + 1, moment);
      try {
        open().write({ n: 2 });
      } catch (error) {
        expect(error).toBeInstanceOf(Crash);
      }
      files.crashAt(0, 'before');
      expect([
        { ok: true, value: { n: 1 } },
        { ok: true, value: { n: 2 } },
      ]).toContainEqual(open().read());
    }
  });

  test.each([0, 1, 40, 300])('is whole on a disk with room for %i bytes, and the write throws', (room) => {
    const files = simulatedDisk();
    const document = openDocument<object>('/data', 'workspace', { disk: files.disk, writer });
    document.write({ n: 1 });
    files.room(room);
    expect(() => document.write({ text: 'x'.repeat(2000) })).toThrow('ENOSPC');
    files.room(null);
    expect(document.read()).toEqual({ ok: true, value: { n: 1 } });
    document.write({ n: 3 });
    expect(document.read()).toEqual({ ok: true, value: { n: 3 } });
  });

  test('that a disk has cut without a word is not taken for written', () => {
    const files = simulatedDisk();
    writeWhole(files.disk, file, 'old');
    const lying = {
      ...files.disk,
      open: (path: string) => {
        const open = files.disk.open(path);
        return {
          ...open,
          write: (bytes: Uint8Array, at: number) => (open.write(bytes.slice(0, 1), at), bytes.length),
        };
      },
    };
    expect(() => writeWhole(lying, file, 'a new text')).toThrow('short-write');
    expect(files.text(file)).toBe('old');
  });
});

describe('a line', () => {
  test('that was added is there after a power failure, also the first of a new file', () => {
    for (const chance of chances) {
      const files = simulatedDisk();
      const lines = openLines(onDisk('journal-1.changes'), { disk: files.disk });
      lines.append('one');
      lines.append('two');
      files.powerFailure(() => chance.next());
      expect(openLines(onDisk('journal-1.changes'), { disk: files.disk }).read()).toEqual({
        ok: true,
        value: ['one', 'two'],
      });
    }
  });

  test('that was cleared does not come back', () => {
    for (const chance of chances) {
      const files = simulatedDisk();
      const lines = openLines(onDisk('journal-1.changes'), { disk: files.disk });
      lines.append('one');
      lines.clear();
      files.powerFailure(() => chance.next());
      expect(openLines(onDisk('journal-1.changes'), { disk: files.disk }).read()).toEqual({
        ok: true,
        value: [],
      });
    }
  });

  test('that the disk refused is not there, and the next one takes its place', () => {
    for (let failing = 1; failing <= 3; failing += 1) {
      const files = simulatedDisk();
      const open = () => openLines(onDisk('journal-1.changes'), { disk: files.disk });
      const lines = open();
      lines.append('one');
      files.room(2);
      expect(() => lines.append('two hundred')).toThrow('ENOSPC');
      files.room(null);
      lines.append('two');
      expect(open().read()).toEqual({ ok: true, value: ['one', 'two'] });
    }
  });

  test('set aside stays set aside after a power failure', () => {
    for (const chance of chances) {
      const files = simulatedDisk();
      const lines = openLines(onDisk('journal-1.changes'), { disk: files.disk });
      lines.append('one');
      const aside = lines.moveAside() ?? '';
      files.powerFailure(() => chance.next());
      expect(files.text(onDisk(aside))).toBe('one\n');
    }
  });
});
