import { bareEmail, plainCell } from './plain-cell.ts';
import type { SheetRow } from '../../formats/spreadsheet/sheet.ts';
import type { ColumnField } from './column-names.ts';
import { letters } from './mailbox.ts';
import { orderSaid, type NameOrder } from './split-name.ts';

/** A column by its index, and what it is. */
type Guess = readonly (readonly [index: number, field: ColumnField])[];

const nameLike = /^\p{L}[\p{L}'’ .-]{0,60}$/u;
/** A shorter address may be part of any name. */
const shortest = 3;
/** Lists of people have fewer columns of words. */
const mostCandidates = 12;

/** Whether enough rows say so: two of three. One row alone is enough if it says so. */
const convinced = (saying: number, rows: number): boolean => saying > 0 && saying * 3 >= rows * 2;

/** "mrossi", "rossim" and "rossi" are the addresses of M. Rossi, and of nobody who is called Rossi M. */
function isAddressOf(mailbox: string, given: string, family: string): boolean {
  const initial = given.slice(0, 1);
  return family.length > 1 && [initial + family, family + initial, family].includes(mailbox);
}

/**
 * Which columns of a list without headers are the names, by the addresses (*own*). "m.rossi" says that Rossi
 * is the family name. "mario.rossi" does not say which of the two it is, and two pairs of columns may fit
 * equally well: then a person says it.
 */
export function guessNames(rows: readonly SheetRow[], width: number, emailAt: number): Guess {
  const people = rows.flatMap(({ cells }) => {
    const email = bareEmail(cells[emailAt] ?? '');
    const mailbox = letters(email.split('@')[0] ?? '');
    return mailbox.length < shortest ? [] : [{ mailbox, email, cells: cells.map(plainCell) }];
  });
  const candidates = Array.from({ length: width }, (_, index) => index)
    .filter(
      (index) =>
        index !== emailAt &&
        convinced(people.filter(({ cells }) => nameLike.test(cells[index] ?? '')).length, people.length),
    )
    .slice(0, mostCandidates);

  const pairs = candidates.flatMap((given) =>
    candidates
      .filter((family) => family !== given)
      .map((family) => ({
        given,
        family,
        saying: people.filter(({ mailbox, cells }) =>
          isAddressOf(mailbox, letters(cells[given] ?? ''), letters(cells[family] ?? '')),
        ).length,
      })),
  );
  const [best, next] = pairs
    .filter(({ saying }) => convinced(saying, people.length))
    .sort((one, other) => other.saying - one.saying);
  // A department may begin like the given name: "a.riva" of Anna Riva, Amministrazione.
  if (best !== undefined && best.saying === next?.saying) return [];
  if (best !== undefined)
    return [
      [best.given, 'given-name'],
      [best.family, 'family-name'],
    ];
  const wholes = candidates.flatMap((index): Guess => {
    const said = people.map(({ cells, email }) => orderSaid(cells[index] ?? '', email));
    const times = (order: NameOrder): number =>
      said.filter((one) => one?.sure === true && one.order === order).length;
    if (convinced(times('family-first'), people.length)) return [[index, 'family-first']];
    return convinced(times('given-first'), people.length) ? [[index, 'full-name']] : [];
  });
  return wholes.length === 1 ? wholes : [];
}
