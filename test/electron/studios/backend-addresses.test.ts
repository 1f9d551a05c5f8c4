// Where passwords and orders of a sample studio go (safety S3): only a safe address, and only a chosen one.
import { expect, test } from 'vitest';
import { openBackendAddresses, readBackendAddress } from '../../../electron/studios/backend-addresses.ts';

test.each([
  ['https://prova.example/', 'https://prova.example'],
  ['https://prova.example:8443/aruba/', 'https://prova.example:8443/aruba'],
  ['http://127.0.0.1:8731', 'http://127.0.0.1:8731'],
  ['http://localhost:8731/', 'http://localhost:8731'],
  ['http://[::1]:8731', 'http://[::1]:8731'],
])('%s is safe', (text, address) => {
  expect(readBackendAddress(text)).toBe(address);
});

test.each([
  'http://prova.example',
  'http://127.0.0.1.prova.example',
  'https://anna:segreto@prova.example',
  'https://prova.example/?a=b',
  'https://prova.example/#a',
  'ftp://prova.example',
  'file:///etc/passwd',
  'prova.example',
  '',
  `https://prova.example/${'a'.repeat(300)}`,
])('%s is not', (text) => {
  expect(readBackendAddress(text)).toBeUndefined();
});

/** A settings file that holds this at first. */
function settings(first: unknown) {
  let kept = first;
  return {
    read: () => ({ ok: true, value: kept }) as const,
    write(next: unknown) {
      kept = next;
    },
    kept: () => kept,
  };
}

test('an address belongs to one studio, and is there at the next start', () => {
  const file = settings(undefined);
  const addresses = openBackendAddresses(file);
  expect(addresses.of('esempio')).toBeNull();
  addresses.choose('esempio', 'https://prova.example');
  const again = openBackendAddresses(file);
  expect([again.of('esempio'), again.of('alba'), again.of('__proto__')]).toEqual([
    'https://prova.example',
    null,
    null,
  ]);
  again.choose('esempio', null);
  expect(file.kept()).toEqual({});
});

test.each([
  ['an unsafe address', { esempio: 'http://prova.example' }],
  ['no addresses', 'https://prova.example'],
  ['a number', { esempio: 5 }],
])('%s in the file counts as none', (_what, content) => {
  expect(openBackendAddresses(settings(content)).of('esempio')).toBeNull();
});

test('an address that cannot be written is not used either', () => {
  const addresses = openBackendAddresses({
    read: () => ({ ok: true, value: undefined }),
    write: () => {
      throw new Error('full');
    },
  });
  expect(() => addresses.choose('esempio', 'https://prova.example')).toThrow('full');
  expect(addresses.of('esempio')).toBeNull();
});
