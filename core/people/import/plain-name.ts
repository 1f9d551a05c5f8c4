/** Titles before a name. Those that are names too need two words after them if they have no dot. */
const title =
  /^(?:(?:dott\.? ?ssa|dottoressa|dottore?|dott|dr\.? ?ssa|dr|avv|geom|sig\.? ?ra|sig\.? ?na|prof\.? ?ssa|prof)(?:\.\s*|\s+)|(?:ing|rag|arch|sig)(?:\.\s*|\s+(?=\S+\s)))(?=\p{L})/iu;

/** What people add after a name and a dash. Other words there are the second half of a family name. */
const role =
  /^(?:ex |co-?)?(?:partner|soci[oa]|titolare|stag|praticant|tirocinant|apprendist|estern[oa]|part.time|full.time|collaborat|dipendente|consulente|segreteria|segretari[oa]|amministrat|responsabile|senior|junior|manager|owner|intern)/i;

const isRole = (text: string): boolean =>
  role.test(text) || /^(?!(?:d[aei]?|del|dell[ao]|l[ao]|van|von)\s)\p{Ll}/u.test(text);

const dash = /\s+[-–—]+\s+/g;

const signs = new Set(' *#°^†+');

/** A name without the signs at its end and without a note in parentheses there. */
function withoutNote(text: string): string {
  let end = text.length;
  while (signs.has(text[end - 1] ?? '')) end -= 1;
  const name = text.slice(0, end);
  const open = name.endsWith(')') ? name.lastIndexOf('(') : -1;
  return open > 0 ? withoutNote(name.slice(0, open)) : name;
}

/** Whether a text can be a name or a part of one: it has a letter. */
export const hasLetter = (text: string): boolean => /\p{L}/u.test(text);

/**
 * A full name without what is no name (*own*): titles before it ("Dott.ssa", "Rag."), a note in parentheses,
 * a role after a dash ("- partner"), stars and numbers. "Rossi - Bianchi Anna" keeps both family names.
 */
export function plainName(text: string): string {
  let name = withoutNote(text.replace(/^[*#•·\s]+/, ''));
  // "Dott. Ing. Rossi Mario" has two titles.
  for (let times = 0; times < 3; times += 1) name = name.replace(title, '');
  const [before = '', ...after] = name.split(dash);
  if (before.includes(' ') && after.length > 0 && isRole(after.join(' - '))) name = before;
  return name.replaceAll(dash, '-').split(' ').filter(hasLetter).join(' ');
}
