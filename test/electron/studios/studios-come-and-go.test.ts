// Studios come and go: made, read from a file, filled from another one, taken off the list.
import { expect, test, vi } from 'vitest';
import { err } from '../../../core/kernel/result.ts';
import { packStudio } from '../../../electron/studios/studio-file.ts';
import { givenManyStudios } from './noted-studios.ts';

const manyStudios = givenManyStudios();

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
