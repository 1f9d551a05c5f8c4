// The desk runs in a thread of its own: however slow the disk is, the main process goes on, and nothing is
// answered or shown before it is on the disk.
import { mkdirSync, mkdtempSync, readFileSync, renameSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { setImmediate as turn } from 'node:timers/promises';
import { afterAll, afterEach, beforeAll, beforeEach, expect, test, vi } from 'vitest';
import type { PersonId } from '../../../core/kernel/id.ts';
import { NewerData } from '../../../core/persistence/documents.ts';
import { openDocument } from '../../../electron/adapters/document-store.ts';
import type { DeskApplication } from '../../../electron/application.ts';
import { openInThread, type ThreadWorld } from '../../../electron/desk-thread/open-in-thread.ts';
import { sharedPace } from '../../../electron/desk-thread/shared-pace.ts';
import type { ThreadData } from '../../../electron/desk-thread/thread-data.ts';
import { builtThread } from '../../support/built-thread.ts';
import { DiskGate } from '../../support/slow-disk.ts';

let thread: Awaited<ReturnType<typeof builtThread>>;
beforeAll(async () => {
  thread = await builtThread('test/support/slow-thread.ts');
}, 60_000);
afterAll(() => thread.remove());

let data = '';
let gate: DiskGate;
let desk: DeskApplication | undefined;
beforeEach(() => {
  data = mkdtempSync(join(tmpdir(), 'allinea-slow-'));
  gate = new DiskGate();
});
afterEach(async () => {
  gate.letGo();
  await desk?.close('as-it-is');
  desk = undefined;
  rmSync(data, { recursive: true, force: true });
});

const owner = { computer: 'here', process: '1 1' };
const place = (): string => join(data, 'studi', 'alba');
const writeCard = (computer: string): void => {
  writeFileSync(
    join(data, 'card'),
    JSON.stringify({
      computer: { id: computer, name: computer },
      process: '1 1',
      operator: 'Anna',
      since: 1,
      count: 1,
    }),
  );
  renameSync(join(data, 'card'), join(data, 'in-uso.json'));
};

/** Opens a studio of one's own. What the thread asks of the main process is noted. */
async function open(changed: Partial<ThreadData> = {}) {
  mkdirSync(place(), { recursive: true });
  writeFileSync(join(place(), 'studio.json'), '{"name":"Alba","kind":"own"}');
  const noted: string[] = [];
  const world: ThreadWorld = {
    log: { info: (event) => noted.push(event), error: (event) => noted.push(event) },
    server: {
      standing: () => ({ state: { kind: 'none' }, running: null, addresses: [] }),
      invite: async () => ({ ok: false, error: { code: 'none' } }),
    },
    vault: {
      isAsyncEncryptionAvailable: async () => true,
      encryptStringAsync: async (plain) => Buffer.from(plain),
      decryptStringAsync: async (bytes) => ({ result: bytes.toString(), shouldReEncrypt: false }),
    },
    desktop: { notify: async () => true, open: () => undefined },
    choosePath: async () => join(data, 'scadenze.ics'),
    fetchOf: () => async () => ({ kind: 'unreachable' }),
    askAccount: () => ({ answer: Promise.resolve({ kind: 'unreachable' }), stop: () => undefined }),
    hold: {
      mustHold: () => void noted.push('looked at the card'),
      onTrouble: () => undefined,
      name: (operator) => noted.push(`named ${operator}`),
    },
    failed: (error) => noted.push(`failed ${String(error)}`),
  };
  const wish = {
    studio: { id: 'alba', name: 'Alba', kind: 'own' },
    place: place(),
    data,
    ends: join(data, 'ends'),
    owner,
    denied: null,
    writtenBy: null,
    user: 'anna',
    backendUrl: null,
    limits: 'off',
    testAccount: null,
    keyring: null,
    pace: sharedPace(),
    gate: gate.memory,
    ...changed,
  } as const;
  desk = await openInThread(thread.file, wish, world);
  const told: string[] = [];
  desk.onChanged(({ rows }) => told.push(...rows));
  return { desk, noted, told };
}

/** As the page's command crosses to the thread. */
const name = (text: string): string => JSON.stringify({ type: 'operator/name', name: text });
/** The answer comes back as a text, too. */
const submitted = async (to: DeskApplication, text: string): Promise<unknown> =>
  JSON.parse(await to.handlers['command/submit'](text)) as unknown;
const journal = (): string => {
  const read = (file: string): string => {
    try {
      return readFileSync(join(place(), file), 'utf8');
    } catch {
      return '';
    }
  };
  return read('journal-1.changes') + read('journal-2.changes');
};

/** The main process works while the disk is held: it takes turns, and reaches the sync by taking them. */
async function whileHeld(work: () => unknown): Promise<void> {
  while (gate.begun === 0) await turn();
  for (let turns = 0; turns < 200; turns += 1) await turn();
  await work();
  expect([gate.begun, gate.abandoned]).toEqual([1, 0]);
}

test('a command on a disk that does not come back: the main process goes on, and nobody is told yet', async () => {
  const { desk: opened, told } = await open();
  gate.hold();
  const answers: string[] = [];
  const first = Promise.resolve(opened.handlers['command/submit'](name('Anna Ferri'))).then(() =>
    answers.push('first'),
  );
  const second = Promise.resolve(opened.handlers['command/submit'](name('Anna Bruni'))).then(() =>
    answers.push('second'),
  );
  await whileHeld(() => expect([answers, told]).toEqual([[], []]));
  gate.letGo();
  await Promise.all([first, second]);
  expect(answers).toEqual(['first', 'second']);
  expect(told.map((rows) => /Anna \w+/.exec(rows)?.[0])).toEqual(['Anna Ferri', 'Anna Bruni']);
  expect(journal()).toContain('Anna Bruni');
});

test('a fold and the end of a studio on such a disk: the main process goes on', async () => {
  const { desk: opened } = await open();
  await opened.handlers['command/submit'](name('Anna Ferri'));
  gate.hold();
  let closed = false;
  const closing = opened.close().then(() => (closed = true));
  await whileHeld(() => expect(closed).toBe(false));
  gate.letGo();
  await closing;
  desk = undefined;
  expect(readFileSync(join(place(), 'workspace.json'), 'utf8')).toContain('Anna Ferri');
});

test('opening reads what was kept, also on such a disk', async () => {
  const { desk: opened } = await open();
  await opened.handlers['command/submit'](name('Anna Ferri'));
  await opened.close('as-it-is');
  gate.hold();
  const again = open();
  await whileHeld(() => undefined);
  gate.letGo();
  const { desk: second, noted } = await again;
  expect(noted).toContain('named Anna Ferri');
  expect((await second.handlers['app/snapshot'](null))?.rows).toContain('Anna Ferri');
  expect(second.looks()).toEqual({ theme: 'system', language: 'it', studio: 'own' });
  expect(await second.ask('erased', null)).toEqual([]);
});

test('a card of another computer stops every write, and the main process looks at the card', async () => {
  writeCard('here');
  const { desk: opened, noted } = await open();
  expect(await submitted(opened, name('Anna Ferri'))).toMatchObject({ ok: true });
  writeCard('elsewhere');
  expect(await submitted(opened, name('Anna Bruni'))).toMatchObject({
    ok: false,
    error: { reason: 'not-saved' },
  });
  expect(noted).toContain('looked at the card');
  expect(journal()).not.toContain('Anna Bruni');
});

test('a card that could not be written lets nothing be written, and says why', async () => {
  const { desk: before } = await open();
  await before.close();
  const lines = journal();
  const { desk: opened } = await open({ denied: 'EROFS' });
  expect(await submitted(opened, name('Anna Ferri'))).toMatchObject({ ok: false });
  expect((await opened.handlers['app/snapshot'](null))?.storage).toMatchObject({ why: 'protected' });
  expect(journal()).toBe(lines);
});

test('a studio that cannot be opened says why: the code of the disk, or that a newer version wrote it', async () => {
  await expect(open({ denied: 'EROFS' })).rejects.toMatchObject({ code: 'EROFS' });
  mkdirSync(place(), { recursive: true });
  openDocument<object>(place(), 'workspace').write({ schemaVersion: 999 });
  await expect(open()).rejects.toBeInstanceOf(NewerData);
});

test('a dialog that the desk asks for belongs to the call that wanted it', async () => {
  const { desk: opened } = await open();
  const chosen = await opened.handlers['calendar/choose']({ name: 'scadenze.ics', content: 'BEGIN' });
  expect(chosen).toEqual({ ok: true, value: { path: join(data, 'scadenze.ics') } });
  expect(readFileSync(join(data, 'scadenze.ics'), 'utf8')).toBe('BEGIN');
  await vi.waitFor(() => expect(journal()).toContain('scadenze.ics'));
});

test('a command of the wrong form changes nothing, and rows as they are come from no page', async () => {
  const { desk: opened, noted } = await open();
  const lines = journal();
  const texts = ['', 'null', '{', '{"type":"seat/steal"}', '{"type":"studio/restore","changes":[]}'];
  for (const text of texts)
    expect(await submitted(opened, text)).toMatchObject({
      ok: false,
      error: { reason: 'bad-input' },
    });
  expect(noted.filter((event) => event === 'call.bad-input')).toHaveLength(texts.length);
  expect(journal()).toBe(lines);
  expect(await opened.submit({ type: 'studio/restore', changes: [] })).toMatchObject({ ok: true });
});

test('the words that name a person are told before the person is erased', async () => {
  const { desk: opened } = await open();
  const words: string[] = [];
  opened.onErasing((named) => words.push(...named));
  const details = { givenName: 'Zeno', familyName: 'Alba', email: 'z@x.it', department: '' };
  const made = await opened.submit({ type: 'person/add', details: { ...details, start: null, end: null } });
  const personId = (made.ok ? made.value.people?.[0] : undefined) as PersonId;
  await opened.handlers['command/submit'](JSON.stringify({ type: 'person/erase', personId }));
  expect(words).toEqual([personId, 'z@x.it', 'zeno alba', 'alba zeno']);
  expect(await opened.ask('erased', null)).toEqual([personId]);
  expect(await opened.ask('counts', null)).toMatchObject({ people: 0, erased: 1 });
});
