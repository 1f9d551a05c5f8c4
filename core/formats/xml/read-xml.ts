// The only file that knows fast-xml-parser.
import { XMLParser, XMLValidator } from 'fast-xml-parser';
import { err, ok, type Result } from '../../kernel/result.ts';
import { withoutEntities } from './entities.ts';

/**
 * Why a text is not read as XML. `declares-entities`: it has a DOCTYPE or an entity declaration, and those
 * can make a small file huge or point outside. `too-deep`, `too-many-elements`: above what a document has.
 */
export interface XmlRefusal {
  readonly reason: 'not-xml' | 'declares-entities' | 'too-deep' | 'too-many-elements';
}

/** The most elements that one file may have: several times those of an invoice of 5 MB. */
const mostElements = 500_000;
const mostNested = 60;

/** An element: its text if it has no elements inside, otherwise those by name. Attributes are left out. */
export type XmlElement = string | { readonly [name: string]: XmlElement | readonly XmlElement[] };

const nothing = (): void => undefined;

/** Only the five entities of XML and the numbered ones. Nothing can declare others. */
const onlyOwnEntities = {
  decode: withoutEntities,
  setExternalEntities: nothing,
  addInputEntities: nothing,
  reset: nothing,
  setXmlVersion: nothing,
};

const parser = new XMLParser({
  ignoreAttributes: true,
  ignoreDeclaration: true,
  ignorePiTags: true,
  removeNSPrefix: true,
  parseTagValue: false,
  trimValues: true,
  entityDecoder: onlyOwnEntities,
  maxNestedTags: mostNested,
  jPath: false,
});

function hasMoreElements(text: string, most: number): boolean {
  let count = 0;
  for (let at = text.indexOf('<'); at !== -1; at = text.indexOf('<', at + 1)) {
    count += 1;
    // An element has two tags.
    if (count > 2 * most) return true;
  }
  return false;
}

/** Without blanks and control characters around it, which programs leave there. */
function withoutEdges(text: string): string {
  let end = text.length;
  while (end > 0 && text.charCodeAt(end - 1) <= 32) end -= 1;
  return text.slice(0, end).trimStart();
}

/**
 * The root element of an XML text, without prefixes. Refuses declarations of entities before anything is
 * read, and what is too deep or too large. Never opens an address.
 */
export function readXml(
  given: string,
): Result<{ readonly name: string; readonly root: XmlElement }, XmlRefusal> {
  const text = withoutEdges(given);
  if (/<!(?:DOCTYPE|ENTITY|ELEMENT|ATTLIST|NOTATION)/i.test(text))
    return err({ reason: 'declares-entities' });
  if (hasMoreElements(text, mostElements)) return err({ reason: 'too-many-elements' });
  try {
    if (XMLValidator.validate(text) !== true) return err({ reason: 'not-xml' });
    const read = parser.parse(text) as Readonly<Record<string, XmlElement>>;
    const [name, ...others] = Object.keys(read).filter((each) => each !== '#text');
    const root = name === undefined ? undefined : read[name];
    // A prefix without a name (`<:/>`) leaves an empty one.
    return !name || root === undefined || others.length > 0 || Array.isArray(root)
      ? err({ reason: 'not-xml' })
      : ok({ name, root });
  } catch (problem) {
    // The parser throws on what it does not take: a name that JavaScript reserves, too many levels.
    const tooDeep = problem instanceof Error && problem.message.includes('nested tags');
    return err({ reason: tooDeep ? 'too-deep' : 'not-xml' });
  }
}

/** The elements of this name, in their order. */
export function childrenOf(element: XmlElement | undefined, name: string): readonly XmlElement[] {
  if (element === undefined || typeof element === 'string' || !Object.hasOwn(element, name)) return [];
  const found = element[name];
  return found === undefined ? [] : Array.isArray(found) ? found : [found as XmlElement];
}

/** The first element on a path of names. */
export const childOf = (
  element: XmlElement | undefined,
  ...names: readonly string[]
): XmlElement | undefined =>
  names.reduce<XmlElement | undefined>((inner, name) => childrenOf(inner, name)[0], element);

/** The text on a path of names, trimmed. Empty if there is none. */
export function textIn(element: XmlElement | undefined, ...names: readonly string[]): string {
  const found = childOf(element, ...names);
  if (typeof found === 'string') return found.trim();
  const mixed = found?.['#text'];
  return typeof mixed === 'string' ? mixed.trim() : '';
}
