const entities: Readonly<Record<string, string>> = { lt: '<', gt: '>', amp: '&', quot: '"', apos: "'" };

const charOf = (code: number): string =>
  code > 0 && code <= 0x10_ffff ? String.fromCodePoint(code) : '\ufffd';

/**
 * Decodes the five named entities and the numbered ones. No other entity is replaced, so a text cannot grow.
 */
export const withoutEntities = (text: string): string =>
  text.includes('&')
    ? text.replaceAll(
        /&(?:#(\d{1,7})|#x([\da-f]{1,6})|([a-z]{2,4}));/gi,
        (whole, decimal?: string, hex?: string, name?: string) => {
          if (decimal !== undefined) return charOf(Number(decimal));
          if (hex !== undefined) return charOf(Number.parseInt(hex, 16));
          return entities[name ?? ''] ?? whole;
        },
      )
    : text;
