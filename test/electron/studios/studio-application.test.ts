// The studio that is open: without one, another one in its place, and one that cannot be opened.
import { expect, test } from 'vitest';
import { givenManyStudios } from './noted-studios.ts';

const manyStudios = givenManyStudios();

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
