// Another address of the vendor for the studio that is open (safety S3).
import { expect, test } from 'vitest';
import { givenManyStudios } from './noted-studios.ts';

const manyStudios = givenManyStudios();

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
