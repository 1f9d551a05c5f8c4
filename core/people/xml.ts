/** One tag and the text that follows it, up to the next tag. Names are without their prefix (`x:row` is `row`). */
export interface XmlTag {
  readonly name: string;
  readonly kind: 'open' | 'close' | 'empty';
  readonly attributes: string;
  /** As written: see `plain`. */
  readonly text: string;
  /** Where the next tag begins. */
  readonly end: number;
}

const entities: Readonly<Record<string, string>> = { lt: '<', gt: '>', amp: '&', quot: '"', apos: "'" };

const charOf = (code: number): string => (code > 0 && code <= 0x10_ffff ? String.fromCodePoint(code) : '\ufffd');

/** The five entities and the numbered ones; no other is ever put in, so that nothing can grow. */
const withoutEntities = (text: string): string =>
  text.includes('&')
    ? text.replaceAll(/&(?:#(\d{1,7})|#x([\da-f]{1,6})|([a-z]{2,4}));/gi, (whole, decimal?: string, hex?: string, name?: string) => {
        if (decimal !== undefined) return charOf(Number(decimal));
        if (hex !== undefined) return charOf(Number.parseInt(hex, 16));
        return entities[name ?? ''] ?? whole;
      })
    : text;

/** What a text of a workbook says: entities, and Excel's `_x000D_` for characters that XML does not have. */
export function plain(text: string): string {
  const read = withoutEntities(text);
  return read.includes('_x') ? read.replaceAll(/_x([\da-f]{4})_/gi, (_, hex: string) => String.fromCharCode(Number.parseInt(hex, 16))) : read;
}

const cdata = '<![CDATA[';

/** The tags of an XML text in order. Comments and instructions are passed over; a text that is cut ends with its last whole tag. */
export function* tagsOf(xml: string): Generator<XmlTag, void, undefined> {
  let at = xml.indexOf('<');
  while (at !== -1) {
    if (xml.startsWith('<!--', at)) {
      const over = xml.indexOf('-->', at);
      at = over === -1 ? -1 : xml.indexOf('<', over);
      continue;
    }
    const close = closeOf(xml, at);
    if (close === -1) return;
    const first = xml.charCodeAt(at + 1);
    let next = xml.indexOf('<', close);
    if (first === 63 || first === 33) {
      at = next;
      continue;
    }
    let text = xml.slice(close + 1, next === -1 ? xml.length : next);
    while (next !== -1 && xml.startsWith(cdata, next)) {
      const over = xml.indexOf(']]>', next);
      if (over === -1) return;
      const after = xml.indexOf('<', over);
      text += xml.slice(next + cdata.length, over).replaceAll('&', '&amp;') + xml.slice(over + 3, after === -1 ? xml.length : after);
      next = after;
    }
    yield { ...tagAt(xml, at, close, first === 47), text, end: next === -1 ? xml.length : next };
    at = next;
  }
}

/** The end of the tag that begins at `at`: a `>` inside quotes is not it. */
function closeOf(xml: string, at: number): number {
  let close = xml.indexOf('>', at);
  let open = false;
  for (let quote = xml.indexOf('"', at); quote !== -1 && close !== -1; quote = xml.indexOf('"', quote + 1)) {
    if (open && quote > close) close = xml.indexOf('>', quote);
    else if (quote > close) break;
    open = !open;
  }
  return close;
}

function tagAt(xml: string, at: number, close: number, closing: boolean): Pick<XmlTag, 'name' | 'kind' | 'attributes'> {
  const empty = xml.charCodeAt(close - 1) === 47;
  const inner = xml.slice(at + (closing ? 2 : 1), empty ? close - 1 : close);
  let nameEnd = 0;
  while (nameEnd < inner.length && inner.charCodeAt(nameEnd) > 32) nameEnd += 1;
  const qualified = inner.slice(0, nameEnd);
  return {
    name: qualified.slice(qualified.indexOf(':') + 1),
    kind: closing ? 'close' : empty ? 'empty' : 'open',
    attributes: inner.slice(nameEnd).replaceAll(/[\t\r\n]/g, ' '),
  };
}

/** The value of one attribute, or undefined. Prefixes count here: `r:id` is not `id`. */
export function attribute({ attributes }: XmlTag, name: string): string | undefined {
  const found = attributes.indexOf(` ${name}=`);
  if (found === -1) return undefined;
  const quote = attributes.charAt(found + name.length + 2);
  const from = found + name.length + 3;
  const to = attributes.indexOf(quote, from);
  return to === -1 ? undefined : plain(attributes.slice(from, to));
}
