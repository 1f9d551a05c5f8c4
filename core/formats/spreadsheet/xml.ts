import { withoutEntities } from '../xml/entities.ts';

/** One tag and the text after it, up to the next tag. Names have no prefix (`x:row` is `row`). */
export interface XmlTag {
  readonly name: string;
  readonly kind: 'open' | 'close' | 'empty';
  readonly attributes: string;
  /** The text as it is written, with its entities: `plain` decodes it. */
  readonly text: string;
  /** Where the next tag begins. */
  readonly end: number;
}

/** Decodes a text of a workbook: entities, and Excel's `_x000D_` for characters that XML cannot hold. */
export function plain(text: string): string {
  const read = withoutEntities(text);
  return read.includes('_x')
    ? read.replaceAll(/_x([\da-f]{4})_/gi, (_, hex: string) => String.fromCharCode(Number.parseInt(hex, 16)))
    : read;
}

const cdata = '<![CDATA[';

const [quote, apostrophe, slash, greater, question, exclamation, space] = [34, 39, 47, 62, 63, 33, 32];

/**
 * The tags of an XML text in order. Skips comments and instructions. A text that is cut off
 * ends with its last whole tag.
 */
export function* tagsOf(xml: string): Generator<XmlTag, void, undefined> {
  let at = xml.indexOf('<');
  while (at !== -1) {
    const first = xml.charCodeAt(at + 1);
    if (first === question || first === exclamation) {
      const over = xml.startsWith('<!--', at) ? xml.indexOf('-->', at) : xml.indexOf('>', at);
      at = over === -1 ? -1 : xml.indexOf('<', over);
      continue;
    }
    const close = closeOf(xml, at);
    if (close === -1) return;
    let next = xml.indexOf('<', close);
    let text = xml.slice(close + 1, next === -1 ? xml.length : next);
    while (next !== -1 && xml.startsWith(cdata, next)) {
      const over = xml.indexOf(']]>', next);
      if (over === -1) return;
      const after = xml.indexOf('<', over);
      text +=
        xml.slice(next + cdata.length, over).replaceAll('&', '&amp;') +
        xml.slice(over + 3, after === -1 ? xml.length : after);
      next = after;
    }
    const closing = first === slash;
    const empty = xml.charCodeAt(close - 1) === slash;
    const nameStart = at + 1 + Number(closing);
    const nameEnd = nameEndOf(xml, nameStart, close - Number(empty));
    const qualified = xml.slice(nameStart, nameEnd);
    const name = qualified.slice(qualified.indexOf(':') + 1);
    yield {
      name,
      kind: closing ? 'close' : empty ? 'empty' : 'open',
      attributes: xml.slice(nameEnd, close),
      text,
      end: next === -1 ? xml.length : next,
    };
    at = next;
  }
}

/**
 * The end of the tag that begins at `at`, or -1 if the text is cut off. A `>` inside
 * quotes does not end the tag.
 */
function closeOf(xml: string, at: number): number {
  let open = 0;
  for (let place = at; place < xml.length; place += 1) {
    const code = xml.charCodeAt(place);
    if (open !== 0) {
      if (code === open) open = 0;
    } else if (code === greater) return place;
    else if (code === quote || code === apostrophe) open = code;
  }
  return -1;
}

function nameEndOf(xml: string, from: number, to: number): number {
  let at = from;
  while (at < to && xml.charCodeAt(at) > space) at += 1;
  return at;
}

/** The value of one attribute, or undefined. The prefix counts here: `r:id` is not `id`. */
export function attribute({ attributes }: XmlTag, name: string): string | undefined {
  const wanted = `${name}=`;
  let found = attributes.indexOf(wanted);
  while (found > 0 && attributes.charCodeAt(found - 1) > space) found = attributes.indexOf(wanted, found + 1);
  if (found === -1) return undefined;
  const from = found + wanted.length + 1;
  const to = attributes.indexOf(attributes.charAt(from - 1), from);
  return to === -1 ? undefined : plain(attributes.slice(from, to));
}
