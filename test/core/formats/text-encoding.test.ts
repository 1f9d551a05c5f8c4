import { describe, expect, test } from 'vitest';
import { decodeStaffList, largestStaffList } from '../../../core/formats/spreadsheet/text-encoding.ts';
import { finish } from '../../../core/kernel/steps.ts';
import { openDecoder } from '../../support/open-decoder.ts';

const utf8 = (text: string): Uint8Array => new TextEncoder().encode(text);
const text = (bytes: Uint8Array): unknown => {
  const decoded = finish(decodeStaffList(bytes, openDecoder));
  return decoded.ok ? [decoded.value.encoding, decoded.value.text] : decoded.error;
};

describe('decoding', () => {
  test.each(['Cognome;Nicolò', 'dall’Oglio €', '𝒳 emoji 👩‍💼', 'Łukasz Žižek', 'Иванова'])(
    'UTF-8: %s',
    (sample) => {
      expect(text(utf8(sample))).toEqual(['utf-8', sample]);
      expect(text(Uint8Array.of(0xef, 0xbb, 0xbf, ...utf8(sample)))).toEqual(['utf-8-bom', sample]);
    },
  );

  test('what is not UTF-8 is Windows-1252, all of 0x80 to 0x9F', () => {
    expect(text(Uint8Array.of(0x4e, 0x69, 0x63, 0xf2, 0x20, 0x80, 0x92, 0x99))).toEqual([
      'windows-1252',
      'Nicò €’™',
    ]);
    // Some versions of Node read 0x80 to 0x9F as Latin-1 unless they decode a stream.
    const table = '€\u0081‚ƒ„…†‡ˆ‰Š‹Œ\u008dŽ\u008f\u0090‘’“”•–—˜™š›œ\u009džŸ';
    const high = Uint8Array.from({ length: 128 }, (_, index) => index + 128);
    expect(text(high)).toEqual(['windows-1252', table + String.fromCharCode(...high.subarray(32))]);
  });

  test.each([
    ['an overlong form', [0x41, 0xc0, 0x80]],
    ['a surrogate', [0x41, 0xed, 0xa0, 0x80]],
    ['above U+10FFFF', [0x41, 0xf4, 0x90, 0x80, 0x80]],
    ['a cut sequence', [0x41, 0xc3]],
  ])('%s is not UTF-8', (_, bytes) => {
    expect(text(Uint8Array.from(bytes))).toMatchObject(['windows-1252', expect.any(String)]);
  });

  describe('older encodings', () => {
    /** Bytes of Mac Roman and of code page 850, by letter. */
    const bytesOf = {
      macintosh: {
        à: 0x88,
        è: 0x8f,
        é: 0x8e,
        ì: 0x93,
        ò: 0x98,
        ù: 0x9d,
        ü: 0x9f,
        ë: 0x91,
        '’': 0xd5,
        À: 0xcb,
      },
      cp850: { à: 0x85, è: 0x8a, é: 0x82, ì: 0x8d, ò: 0x95, ù: 0x97, ü: 0x81, ë: 0x89, '’': 0x27, À: 0xb7 },
      'windows-1252': {
        '’': 0x92,
        '€': 0x80,
        '…': 0x85,
        '™': 0x99,
        '“': 0x93,
        '”': 0x94,
        '–': 0x96,
        '•': 0x95,
        Š: 0x8a,
      },
    } as const;
    const bytesIn = (encoding: keyof typeof bytesOf, sample: string): Uint8Array =>
      Uint8Array.from(
        sample,
        (letter) => (bytesOf[encoding] as Record<string, number>)[letter] ?? letter.charCodeAt(0),
      );
    const list = 'Cognome;Nome;Reparto\rNiccolò;Zoë;Contabilità\rD’Angelo;José;Servizi\rMüller;Gesù;Qualità';

    test('a list of an old Mac', () => {
      expect(text(bytesIn('macintosh', list))).toEqual(['macintosh', list]);
      expect(text(bytesIn('macintosh', 'Reparto\nCONTABILITÀ\nperché\n'))).toEqual([
        'macintosh',
        'Reparto\nCONTABILITÀ\nperché\n',
      ]);
    });

    test('a list of a DOS program', () => {
      expect(text(bytesIn('cp850', list))).toEqual(['cp850', list.replace('’', "'")]);
      expect(text(bytesIn('cp850', 'Reparto\nContabilità\nSocietà'))).toEqual([
        'cp850',
        'Reparto\nContabilità\nSocietà',
      ]);
    });

    test.each([
      'Nicolò;D’Amico;Müller;CITTÀ;Škoda ™;ecc…;10 €',
      'Paghe;Marca™;e così via…;“detto” – non fatto;n° 1;m²',
      'È;NICOLÒ DE’ MEDICI;perché;Contabilità;• nota;Rossi•Bianchi;già;più',
      'Perù;DÕ;Nicolo´',
    ])('Windows-1252 stays: %s', (sample) => {
      expect(text(bytesIn('windows-1252', sample))).toEqual(['windows-1252', sample]);
    });

    test('if the platform does not know Mac Roman, the text stays Windows-1252', () => {
      const decoded = finish(
        decodeStaffList(bytesIn('macintosh', list), (encoding, options) => {
          if (encoding === 'macintosh') throw new RangeError('unknown');
          return openDecoder(encoding, options);
        }),
      );
      expect(decoded).toMatchObject({ ok: true, value: { encoding: 'windows-1252' } });
    });
  });

  describe('UTF-8 that was made twice', () => {
    test('is undone, also if it has signs of Windows-1252', () => {
      expect(text(utf8('NiccolÃ²;Dâ€™Angelo;ContabilitÃ\u00a0;10 â‚¬;MÃ¼ller'))).toEqual([
        'utf-8-twice',
        'Niccolò;D’Angelo;Contabilità;10 €;Müller',
      ]);
    });

    test.each([
      'NiccolÃ²;Perù',
      'ContabilitÃ ;Rossi',
      'IRMÃ»;SÃO PAULO',
      'Âge;IRMÃ;«SÃO»',
      'Łukasz;NiccolÃ²',
      'D’Angelo – €',
    ])('if a letter is in no such pair, the text stays: %s', (sample) => {
      expect(text(utf8(sample))).toEqual(['utf-8', sample]);
    });
  });

  describe("UTF-16, as Excel's Unicode text", () => {
    const sample = 'Cognome\tNicolò\r\nŁukasz\tŽižek €\r\n';
    const little = Array.from(sample, (letter) => letter.charCodeAt(0)).flatMap((unit) => [
      unit & 255,
      unit >> 8,
    ]);
    const big = little.map((_, index) => little[index ^ 1] ?? 0);

    test('with its mark, in both byte orders', () => {
      expect(text(Uint8Array.from([0xff, 0xfe, ...little]))).toEqual(['utf-16le', sample]);
      expect(text(Uint8Array.from([0xfe, 0xff, ...big]))).toEqual(['utf-16be', sample]);
    });

    test('without a mark if three of four letters have a zero byte on one side', () => {
      expect(text(Uint8Array.from(little))).toEqual(['utf-16le', sample]);
      expect(text(Uint8Array.from(big))).toEqual(['utf-16be', sample]);
    });

    test.each([
      ['zeros on both sides', [...little.slice(0, 20), ...big.slice(0, 20)]],
      ['an odd number of bytes', [...little, 0]],
      ['few zeros', [...little, ...Array.from({ length: 200 }, () => 0x41)]],
      ['a zero character', [0xff, 0xfe, ...little, 0, 0]],
    ])('%s: not a text', (_, bytes) => {
      expect(text(Uint8Array.from(bytes))).toEqual({ reason: 'binary-file', kind: 'other' });
    });
  });

  test('a large list comes in slices, and no character is lost between two of them', () => {
    const long = 'à€𝒳x'.repeat(100_000);
    expect(text(utf8(long))).toEqual(['utf-8', long]);
    const steps = decodeStaffList(utf8(long), openDecoder);
    expect(steps.next()).toMatchObject({ done: false });
  });
});

describe('what is no staff list', () => {
  test.each([
    ['xlsx', [0x50, 0x4b, 0x03, 0x04]],
    ['xls', [0xd0, 0xcf, 0x11, 0xe0, 0xa1]],
    ['pdf', [0x25, 0x50, 0x44, 0x46, 0x2d]],
    ['image', [0x89, 0x50, 0x4e, 0x47]],
    ['image', [0xff, 0xd8, 0xff, 0xe0]],
    ['other', [0x41, 0x00, 0x42]],
  ])('%s', (kind, bytes) => {
    expect(text(Uint8Array.from(bytes))).toEqual({ reason: 'binary-file', kind });
  });

  test('empty, or with nothing but spaces', () => {
    for (const bytes of [new Uint8Array(), utf8(' \r\n\t'), Uint8Array.of(0xef, 0xbb, 0xbf)])
      expect(text(bytes)).toEqual({ reason: 'empty-file' });
  });

  test('too large', () => {
    expect(text(new Uint8Array(largestStaffList + 1))).toEqual({
      reason: 'too-large',
      bytes: largestStaffList + 1,
      most: largestStaffList,
    });
  });
});
