import { readFileSync } from 'node:fs';
import { describe, expect, test } from 'vitest';
import { openSigned } from '../../../core/formats/signed/p7m.ts';
import { base64Signed, berSigned, derSigned } from '../../support/signed-files.ts';

const folder = new URL('../../samples/signed/', import.meta.url);
const sample = (name: string): Uint8Array => new Uint8Array(readFileSync(new URL(name, folder)));
const binary = (name: string): Uint8Array =>
  new Uint8Array(Buffer.from(readFileSync(new URL(`${name}.p7m.b64`, folder), 'latin1'), 'base64'));

const invoice = sample('invoice.xml');
const textOf = (bytes: Uint8Array): string | undefined => {
  const opened = openSigned(bytes);
  return opened.ok ? Buffer.from(opened.value).toString('latin1') : opened.error.reason;
};
const expected = Buffer.from(invoice).toString('latin1');

describe('what OpenSSL signs is taken out', () => {
  test.each([
    ['DER', binary('der')],
    ['BER with open lengths and chunks', binary('ber')],
    ['PEM', sample('pem.p7m')],
    ['S/MIME with headers', sample('smime.p7m')],
    ['base64 in lines', sample('der.p7m.b64')],
    ['BER in base64', sample('ber.p7m.b64')],
    ['base64 in one line', new Uint8Array(Buffer.from(Buffer.from(binary('der')).toString('base64')))],
    ['with line breaks after the end', new Uint8Array([...binary('der'), 13, 10])],
  ])('%s', (_, bytes) => {
    expect(textOf(bytes)).toBe(expected);
  });

  test('a signature of a signature, one at a time', () => {
    const outer = openSigned(binary('nested'));
    expect(outer.ok && textOf(outer.value)).toBe(expected);
  });

  test('only a signature, and an encrypted envelope, are called so', () => {
    expect(textOf(binary('signature-alone'))).toBe('signature-alone');
    expect(textOf(binary('encrypted'))).toBe('encrypted-envelope');
  });
});

describe('what is made by hand', () => {
  test('a content larger than one chunk, of every length around a length byte', () => {
    for (const length of [0, 1, 127, 128, 255, 256, 4096, 70_000]) {
      const content = new Uint8Array(length).map((_, index) => index % 251);
      for (const bytes of [
        derSigned(content),
        berSigned(content, 1000),
        base64Signed(content, { pem: true, width: 64 }),
      ])
        expect(openSigned(bytes)).toEqual({ ok: true, value: content });
    }
  });

  test('a cut file, a wrong length and other things are refused', () => {
    const der = derSigned(invoice);
    expect(textOf(der.subarray(0, der.length - 200))).toBe('damaged-signature');
    expect(textOf(new Uint8Array([0x30, 0x84, 0xff, 0xff, 0xff, 0xff, 1]))).toBe('damaged-signature');
    expect(textOf(new Uint8Array())).toBe('not-signed');
    expect(textOf(invoice)).toBe('not-signed');
    expect(textOf(new Uint8Array([0x30, 0x80, 0x05, 0x00, 0, 0]))).toBe('not-signed');
  });

  test('a million levels and a million empty elements are stopped', () => {
    const deep = new Uint8Array(2_000_000).map((_, index) => (index % 2 === 0 ? 0x30 : 0x80));
    expect(textOf(deep)).toBe('damaged-signature');
    const many = new Uint8Array(2_000_005).map((_, index) => (index % 2 === 1 ? 5 : 0));
    many.set([0x30, 0x83, 0x1e, 0x84, 0x80]);
    expect(textOf(many)).toBe('damaged-signature');
  });
});
