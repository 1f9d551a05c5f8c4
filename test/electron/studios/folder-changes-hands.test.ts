// The folder changes hands between computers while studios are open, or just being opened.
import { expect, test } from 'vitest';
import { givenManyStudios } from './noted-studios.ts';

const manyStudios = givenManyStudios();

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
