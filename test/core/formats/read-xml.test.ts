import { describe, expect, test } from 'vitest';
import { decodeXml } from '../../../core/formats/xml/decode-xml.ts';
import { childrenOf, readXml, textIn } from '../../../core/formats/xml/read-xml.ts';
import { openDecoder } from '../../support/open-decoder.ts';

const refusalOf = (text: string): string => {
  const read = readXml(text);
  return read.ok ? 'read' : read.error.reason;
};

describe('an XML text is read', () => {
  test('without prefixes, attributes, comments and instructions; entities and CDATA are text', () => {
    const read = readXml(
      `<?xml version="1.0"?><?style x?><!-- <b>no</b> --><p:a xmlns:p="u" q="1"><p:b>x &amp; y &#232;&#xE9; &lt;</p:b><b><![CDATA[a &amp; <b>]]></b></p:a>`,
    );
    expect(read.ok && read.value.name).toBe('a');
    expect(read.ok && childrenOf(read.value.root, 'b')).toEqual(['x & y èé <', 'a &amp; <b>']);
  });

  test('numbers stay texts, and an absent element is an empty text', () => {
    const read = readXml('<a><b>007.10</b></a>');
    expect(read.ok && [textIn(read.value.root, 'b'), textIn(read.value.root, 'c', 'd')]).toEqual([
      '007.10',
      '',
    ]);
  });
});

describe('what is no document is refused', () => {
  test.each([
    ['', 'not-xml'],
    ['<a><b></a>', 'not-xml'],
    ['<a><b>1</b>', 'not-xml'],
    ['<a/><b/>', 'not-xml'],
    // Found by 8,453 runs of the law about pieces of XML.
    ['<:/>', 'not-xml'],
    ['<a><__proto__>1</__proto__></a>', 'not-xml'],
    ['<!DOCTYPE a [<!ENTITY x SYSTEM "file:///etc/passwd">]><a>&x;</a>', 'declares-entities'],
    ['<!doctype a><a/>', 'declares-entities'],
    [`${'<a>'.repeat(100)}${'</a>'.repeat(100)}`, 'too-deep'],
  ])('%s', (text, reason) => {
    expect(refusalOf(text)).toBe(reason);
  });

  test('a billion laughs are never laughed', () => {
    const levels = Array.from(
      { length: 9 },
      (_, level) => `<!ENTITY l${level + 1} "${`&l${level};`.repeat(10)}">`,
    );
    expect(refusalOf(`<!DOCTYPE a [<!ENTITY l0 "ha">${levels.join('')}]><a>&l9;</a>`)).toBe(
      'declares-entities',
    );
  });

  test('a million elements are too many, however small; a huge attribute is nothing', () => {
    expect(refusalOf(`<a>${'<b/>'.repeat(1_200_000)}</a>`)).toBe('too-many-elements');
    expect(refusalOf(`<a q="${'x'.repeat(4_000_000)}">1</a>`)).toBe('read');
  });

  test('an entity that nobody declared stays a text', () => {
    const read = readXml('<a><b>&euro; 1</b></a>');
    expect(read.ok && textIn(read.value.root, 'b')).toBe('&euro; 1');
  });
});

describe('the encoding', () => {
  const bytes = (...parts: readonly (string | readonly number[])[]): Uint8Array =>
    new Uint8Array(
      parts.flatMap((part) => (typeof part === 'string' ? [...Buffer.from(part, 'latin1')] : part)),
    );

  test.each([
    ['UTF-8 by default', bytes('<a>', [0xc3, 0xa8], '</a>'), '<a>è</a>'],
    ['a byte order mark', bytes([0xef, 0xbb, 0xbf], '<a/>'), '<a/>'],
    [
      'a declared Latin-1 that would be UTF-8',
      bytes('<?xml version="1.0" encoding="ISO-8859-1"?>', [0xc3, 0xa8]),
      'Ã¨',
    ],
    ['the euro of Windows-1252', bytes("<?xml version='1.0' encoding='windows-1252'?>", [0x80]), '€'],
    ['a file that only says UTF-8', bytes('<?xml version="1.0" encoding="UTF-8"?>caff', [0xe8]), 'caffè'],
    ['UTF-16 without a mark', bytes([0x3c, 0, 0x61, 0, 0x2f, 0, 0x3e, 0]), '<a/>'],
    ['UTF-16 the other way', bytes([0xfe, 0xff, 0, 0x3c, 0, 0x61]), '<a'],
    [
      'a mark beats the declaration',
      bytes([0xef, 0xbb, 0xbf], '<?xml version="1.0" encoding="ISO-8859-1"?>', [0xc3, 0xa8]),
      'è',
    ],
  ])('%s', (_, file, end) => {
    expect(decodeXml(file, openDecoder).endsWith(end)).toBe(true);
  });
});
