// The studio that is open: opened and closed in turn, made, read from a file, taken off the list.
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { BrowserWindow } from 'electron';
import { afterEach, beforeEach, expect, test, vi } from 'vitest';
import type { StudioEntry } from '../../../core/bridge/studios.ts';
import { err, ok } from '../../../core/kernel/result.ts';
import { callNames } from '../../../core/bridge/contract.ts';
import { answeringTo } from '../../../electron/adapters/calling-window.ts';
import type { Application, StudioApplication } from '../../../electron/application.ts';
import { openStudioApplication } from '../../../electron/studios/studio-application.ts';
import type { ReadStudioBytes } from '../../../electron/studios/read-in-thread.ts';
import { packStudio, readStudioFile } from '../../../electron/studios/studio-file.ts';
import { openStudios } from '../../../electron/studios/studios.ts';

let folder = '';
beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'allinea-studios-'));
});
afterEach(() => rmSync(folder, { recursive: true, force: true }));

/** An application for each studio that notes when it is opened and closed. */
async function manyStudios(
  read: ReadStudioBytes = async ({ bytes }) => readStudioFile(bytes),
  first: string | null = null,
) {
  const studios = openStudios(folder);
  studios.create('own', 'Alba');
  studios.create('own', 'Bruni');
  const noted: string[] = [];
  let open = 0;
  let reads = false;
  const save = { path: '/copie/alba.allinea' as string | null, code: '' };
  let changed = (): void => undefined;
  const holds = (mine: boolean): void => {
    reads = !mine;
    changed();
  };
  const failing: ((error: Error) => void)[] = [];
  /** What happens while the next studio is just being opened. */
  const during: (() => void)[] = [];
  if (first !== null) during.push(() => holds(false));
  const addresses = new Map<string, string | null>();
  const application = await openStudioApplication(
    {
      studios,
      backends: {
        of: (id) => addresses.get(id) ?? null,
        choose: (id, address) => {
          addresses.set(id, address);
          noted.push(`${id} orders at ${address}`);
        },
      },
      compose: async ({ id, kind }: StudioEntry) => {
        if (id === 'broken') throw Object.assign(new Error('no'), { code: 'EACCES' });
        open += 1;
        noted.push(`open ${id} ${reads ? 'to read' : kind}, ${open} at once`);
        await Promise.resolve();
        during.shift()?.();
        return {
          handlers: {
            ...Object.fromEntries(callNames.map((name) => [name, () => `${id} ${name}`])),
            'access/sign-out': () => noted.push(`${id} access/sign-out`),
            // Fails, at once or when the studio is closed.
            'simulator/state': () => new Promise((_, fail) => failing.push(fail)),
          },
          submit: async (command: unknown) => noted.push(`${id} ${JSON.stringify(command)}`),
          onChanged: () => () => undefined,
          close: async () => {
            await Promise.resolve();
            for (const fail of failing.splice(0)) fail(new Error('closed'));
            open -= 1;
            noted.push(`close ${id}`);
          },
        } as unknown as StudioApplication;
      },
      reload: () => noted.push('reload'),
      now: () => 1,
      log: { info: () => undefined, error: () => undefined },
      join: async () => err({ reason: 'no-invitation' }),
      share: async () => err({ reason: 'server-not-started', code: 'none' }),
      user: 'anna',
      readStudio: read,
      packStudio: async ({ folder, studio }) => ({ ok: true, value: packStudio(folder, studio) }),
      saved: () => undefined,
      saveFile: async (name) => {
        noted.push(`save ${name}`);
        if (save.code !== '') return err({ reason: 'not-written', code: save.code });
        return ok(save.path === null ? null : { path: save.path });
      },
      hold: {
        other: () => (reads ? { computer: 'PC-ANNA', operator: 'Anna Ferri', since: 1 } : null),
        onChanged: (listener) => {
          changed = listener;
        },
      },
    },
    first,
  );
  return { studios, application, noted, holds, save, during, failing };
}

test('without a studio there is no picture, and every other call fails', async () => {
  const { application } = await manyStudios();
  expect(await application.handlers['app/snapshot'](null)).toBe(null);
  await expect(application.handlers['sync/now'](null)).rejects.toThrow('no-studio');
});

test('another studio opens only when the one before is closed, however fast they are asked for', async () => {
  const { application, noted } = await manyStudios();
  await Promise.all([
    application.handlers['studios/open']({ id: 'alba' }),
    application.handlers['studios/open']({ id: 'bruni' }),
    application.handlers['studios/open']({ id: 'alba' }),
  ]);
  expect(noted).toEqual([
    'open alba own, 1 at once',
    'reload',
    'close alba',
    'open bruni own, 1 at once',
    'reload',
    'close bruni',
    'open alba own, 1 at once',
    'reload',
  ]);
  expect(await application.handlers['sync/now'](null)).toBe('alba sync/now');
  expect(await application.handlers['studios/remove']({ id: 'alba' })).toMatchObject({
    error: { reason: 'studio-is-open' },
  });
  expect(await application.handlers['studios/open']({ id: 'nobody' })).toMatchObject({
    error: { reason: 'unknown-studio' },
  });
});

/** A page that asks, and what it was answered. */
function page(application: Application) {
  const window = { isDestroyed: () => false } as BrowserWindow;
  const answers: unknown[] = [];
  return {
    answers,
    ask: (name: 'app/snapshot' | 'window/keep' | 'sync/now'): void =>
      void answeringTo(window, async () => {
        const handlers = application.handlers as unknown as Record<string, (payload: unknown) => unknown>;
        answers.push(await handlers[name]?.({ text: 'a place' }));
      }),
  };
}

test('what a page asks never reaches another studio than the one that it shows', async () => {
  const { application, during } = await manyStudios(undefined, 'alba');
  const { ask, answers } = page(application);
  ask('app/snapshot');
  ask('sync/now');
  await vi.waitFor(() => expect(answers).toEqual(['alba app/snapshot', 'alba sync/now']));
  during.push(() => ask('window/keep'));
  await application.handlers['studios/open']({ id: 'bruni' });
  // The page before still runs until the new one is there.
  ask('window/keep');
  ask('sync/now');
  expect(await application.handlers['sync/now'](null)).toBe('bruni sync/now');
  expect(answers).toHaveLength(2);
  ask('app/snapshot');
  ask('window/keep');
  await vi.waitFor(() => expect(answers.slice(2)).toEqual(['bruni app/snapshot', 'bruni window/keep']));
});

test('what the page that asks which studio keeps does not become the place in a new one', async () => {
  const { application, during } = await manyStudios();
  const { ask, answers } = page(application);
  ask('app/snapshot');
  await vi.waitFor(() => expect(answers).toEqual([null]));
  during.push(() => ask('window/keep'));
  await application.handlers['studios/open']({ id: 'alba' });
  ask('window/keep');
  expect(await application.handlers['sync/now'](null)).toBe('alba sync/now');
  expect(answers).toEqual([null]);
});

test('what is asked while the same studio is opened anew is answered by it', async () => {
  // Another computer took the folder during the start, so the first studio is opened a second time.
  const { application, during } = await manyStudios(undefined, 'alba');
  const { ask, answers } = page(application);
  ask('app/snapshot');
  during.push(() => ask('sync/now'));
  await vi.waitFor(() => expect(answers).toEqual(['alba app/snapshot', 'alba sync/now']));
});

test('while another computer has the folder, studios can be read, and none is made or removed', async () => {
  const { studios, application, noted, holds } = await manyStudios();
  await application.handlers['studios/open']({ id: 'alba' });
  holds(false);
  expect(await application.handlers['studios/create']({ kind: 'own', name: 'C', operator: null })).toEqual({
    ok: false,
    error: { reason: 'read-only' },
  });
  expect(await application.handlers['studios/remove']({ id: 'bruni' })).toEqual({
    ok: false,
    error: { reason: 'read-only' },
  });
  noted.splice(0);
  // The same studio once more: what the other computer has written since is read.
  await application.handlers['studios/open']({ id: 'alba' });
  await application.handlers['studios/open']({ id: 'bruni' });
  expect(noted).toEqual([
    'close alba',
    'open alba to read, 1 at once',
    'reload',
    'close alba',
    'open bruni to read, 1 at once',
    'reload',
  ]);
  expect(studios.last()).toBe('alba');
});

test('when the folder is free again, the studio opens anew, from the disk', async () => {
  const { application, noted, holds } = await manyStudios();
  await application.handlers['studios/open']({ id: 'alba' });
  holds(false);
  holds(true);
  await application.handlers['studios/list'](null);
  await application.close();
  expect(noted.slice(2)).toEqual([
    'close alba',
    'open alba own, 1 at once',
    'reload',
    'close alba',
    'open alba own, 1 at once',
    'reload',
    'close alba',
  ]);
});

test('a question to a studio that is closed meanwhile gets no answer: its page is loaded anew', async () => {
  const { application, failing } = await manyStudios();
  await application.handlers['studios/open']({ id: 'alba' });
  let answer = 'none';
  const asked = Promise.resolve(application.handlers['simulator/state'](null)).then(
    () => (answer = 'an answer'),
    () => (answer = 'a failure'),
  );
  await application.handlers['studios/open']({ id: 'bruni' });
  await Promise.race([asked, new Promise((resolve) => setTimeout(resolve, 20))]);
  expect(answer).toBe('none');
  // An error in a studio that stays open does reach the page.
  const failed = application.handlers['simulator/state'](null);
  await Promise.resolve();
  await Promise.resolve();
  for (const fail of failing.splice(0)) fail(new Error('no'));
  await expect(failed).rejects.toThrow('no');
});

test('a folder that changes hands while a studio is just being opened opens it once more', async () => {
  const { application, noted, holds, during } = await manyStudios();
  await application.handlers['studios/open']({ id: 'alba' });
  holds(false);
  await application.handlers['studios/list'](null);
  noted.splice(0);
  during.push(() => holds(true));
  await application.handlers['studios/open']({ id: 'alba' });
  await application.close();
  expect(noted).toEqual([
    'close alba',
    'open alba to read, 1 at once',
    'reload',
    'close alba',
    'open alba own, 1 at once',
    'reload',
    'close alba',
  ]);
});

test('a folder that is lost while the first studio is being opened is read', async () => {
  const { application, noted } = await manyStudios(undefined, 'alba');
  await application.close();
  expect(noted).toEqual([
    'open alba own, 1 at once',
    'close alba',
    'open alba to read, 1 at once',
    'reload',
    'close alba',
  ]);
});

test('who begins with a new studio is named in it at once', async () => {
  const { application, noted } = await manyStudios();
  const make = application.handlers['studios/create'];
  expect(await make({ kind: 'own', name: 'Carli', operator: 'Maria Bassi' })).toEqual({
    ok: true,
    value: null,
  });
  expect(noted).toContain('carli {"type":"operator/name","name":"Maria Bassi"}');
  noted.splice(0);
  await make({ kind: 'own', name: 'Dini', operator: null });
  expect(noted.filter((line) => line.startsWith('dini'))).toEqual([]);
});

test('a studio leaves the list only after a copy of it was saved', async () => {
  const { studios, application, save, noted } = await manyStudios();
  const remove = application.handlers['studios/remove'];
  save.path = null;
  expect(await remove({ id: 'bruni' })).toEqual({ ok: true, value: null });
  save.code = 'ENOSPC';
  expect(await remove({ id: 'bruni' })).toEqual({
    ok: false,
    error: { reason: 'not-written', code: 'ENOSPC' },
  });
  expect(studios.list().map(({ id }) => id)).toEqual(['alba', 'bruni']);
  Object.assign(save, { path: '/copie/bruni.allinea', code: '' });
  expect(await remove({ id: 'bruni' })).toEqual({ ok: true, value: { path: '/copie/bruni.allinea' } });
  expect(studios.list().map(({ id }) => id)).toEqual(['alba']);
  expect(noted.filter((line) => line.startsWith('save Bruni 1970-01-01.allinea'))).toHaveLength(3);
});

test('a file that is no studio changes nothing; one that is becomes a studio and is opened', async () => {
  const { studios, application, noted } = await manyStudios();
  const open = application.handlers['studios/import'];
  expect(await open({ content: 'AAAA', passphrase: null })).toEqual({
    ok: false,
    error: { reason: 'no-studio-file' },
  });
  const packed = packStudio(studios.folderOf('alba'), { name: 'Carli', kind: 'own' });
  expect(await open({ content: packed.toString('base64'), passphrase: null })).toEqual({
    ok: true,
    value: null,
  });
  expect(noted).toContain('open carli own, 1 at once');
});

test('the file of a studio: how far it is, and stopped, with everything as before', async () => {
  const slow = { stopped: false };
  const { studios, application, noted } = await manyStudios(async (_, watched) => {
    watched?.done(0.4);
    await new Promise((resolve) => watched?.signal.addEventListener('abort', resolve));
    slow.stopped = true;
    return err({ reason: 'stopped' });
  });
  const { handlers } = application;
  expect(await handlers['studios/progress'](null)).toBeNull();
  const before = [studios.list(), [...noted]];
  const answer = handlers['studios/import']({ content: 'AAAA', passphrase: null });
  await vi.waitFor(async () =>
    expect(await handlers['studios/progress'](null)).toEqual({ kind: 'reading', share: 0.4 }),
  );
  await handlers['studios/stop'](null);
  expect(await answer).toEqual({ ok: false, error: { reason: 'stopped' } });
  expect([slow.stopped, await handlers['studios/progress'](null)]).toEqual([true, null]);
  expect([studios.list(), noted]).toEqual(before);
});

test('S3: an address of the vendor is only used once it was confirmed, and after a sign-out', async () => {
  const { studios, application, noted, holds } = await manyStudios();
  const { handlers } = application;
  studios.create('sample', 'Studio di esempio');
  const choose = handlers['studios/backend'];
  const address = 'https://prova.example/aruba/';
  const safe = { ok: true, value: { address: 'https://prova.example/aruba' } };
  await handlers['studios/open']({ id: 'alba' });
  expect(await choose({ address, confirmed: true })).toEqual({ ok: false, error: { reason: 'no-vendor' } });
  await handlers['studios/open']({ id: 'esempio' });
  noted.splice(0);
  for (const unsafe of ['http://prova.example', 'https://a:b@prova.example', 'ftp://x', 'x'])
    expect(await choose({ address: unsafe, confirmed: true })).toEqual({
      ok: false,
      error: { reason: 'unsafe-address' },
    });
  expect(await choose({ address, confirmed: false })).toEqual(safe);
  expect(noted).toEqual([]);
  expect(await choose({ address, confirmed: true })).toEqual(safe);
  expect(noted).toEqual([
    'esempio access/sign-out',
    'esempio orders at https://prova.example/aruba',
    'close esempio',
    'open esempio sample, 1 at once',
    'reload',
  ]);
  // The same address again opens nothing anew.
  expect(await choose({ address, confirmed: true })).toEqual(safe);
  expect(noted).toHaveLength(5);
  expect(await choose({ address: null, confirmed: true })).toEqual({ ok: true, value: { address: null } });
  expect(noted[6]).toBe('esempio orders at null');
  holds(false);
  expect(await choose({ address, confirmed: true })).toEqual({ ok: false, error: { reason: 'read-only' } });
});

test('what another studio takes over is carried out there, before a window shows it', async () => {
  const { application, noted } = await manyStudios();
  await application.handlers['studios/open']({ id: 'alba' });
  noted.splice(0);
  const copied = await application.handlers['studios/copy']({
    to: 'bruni',
    commands: [{ type: 'people/import', rows: [], present: [] }],
  });
  expect(copied).toEqual({ ok: true, value: null });
  expect(noted).toEqual([
    'close alba',
    'open bruni own, 1 at once',
    'bruni {"type":"people/import","rows":[],"present":[]}',
    'reload',
  ]);
});

test('a studio that cannot be opened is refused, and the one that was closed for it comes back', async () => {
  const { studios, application, noted } = await manyStudios();
  studios.create('own', 'Broken');
  await application.handlers['studios/open']({ id: 'alba' });
  noted.splice(0);
  expect(await application.handlers['studios/open']({ id: 'broken' })).toEqual({
    ok: false,
    error: { reason: 'studio-not-opened', code: 'EACCES' },
  });
  expect(noted).toEqual(['close alba', 'open alba own, 1 at once', 'reload']);
  expect((await application.handlers['studios/list'](null)).open).toBe('alba');
});
