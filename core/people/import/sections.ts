import { saysNothing } from '../../formats/spreadsheet/cell.ts';
import { readStatus, type Status } from './read-status.ts';

const introduction =
  /^\W*(?:(?:elenco|lista|personale|dipendent[ei]|collaborator[ie]|colleghi|addetti|staff|people|employees)\s+(?:(?:del|dei|degli)\s+)?)*/i;
const former =
  /^(?:ex\W*(?:$|(?:dipendent|collaborator|person|addett|collegh|soci|staff|employees))|(?:former|cessazioni|dimissioni|uscite|leavers)(?![a-z]))/i;
const atWork = /^(?:in |attiv|active|current)/i;
const longest = 60;

/**
 * What a row says about the rows below it if it is the title of a section: CESSATI, EX DIPENDENTI, IN FORZA.
 * Such a row has one text, alone or repeated over joined cells. Undefined if it is no such title.
 */
export function sectionSaid(
  cells: readonly string[],
): { readonly title: string; readonly status: Status } | undefined {
  const title = cells.find((cell) => cell !== '');
  if (title === undefined || title.length > longest || title.includes('@')) return undefined;
  if (cells.some((cell) => cell !== '' && cell !== title)) return undefined;
  const words = title.replace(introduction, '');
  const status = former.test(title) || former.test(words) ? 'left' : wordOf(words);
  return status === undefined ? undefined : { title, status };
}

/** Titles are in the plural, statuses in the singular. The kinds of work ("STAGE") are no such title. */
function wordOf(words: string): Status | undefined {
  const single = words.replace(/^(inattiv|sospes|disabilitat|disattivat|bloccat)[ie](?![a-z])/i, '$1o');
  const status = saysNothing(single) || /^ex(?![a-z])/i.test(single) ? undefined : readStatus(single);
  return status === 'active' && !atWork.test(single) ? undefined : status;
}
