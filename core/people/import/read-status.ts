import { isBlank, saysNothing } from '../../formats/spreadsheet/cell.ts';

/** What a list says of a person: at work, an account that is switched off, or somebody who has left. */
export type Status = 'active' | 'suspended' | 'left';

const starts = (words: string): RegExp => new RegExp(String.raw`^(?:${words})(?!\p{L})`, 'iu');

const left = starts(
  String.raw`cess(?:at[oaie]|azione|\.)?|dimess[oaie]|dimissionari[oae]?|dimissioni|licenziat[oaie]|uscit[oaie]|ex|non (?:più )?in (?:forza|servizio|organico)|non più .+|fuori forza|pensionat[oaie]|in pensione|terminated|left|leaver|resigned|dismissed|retired|former`,
);
const off = starts(
  String.raw`suspended|sospes[oa]|inactive|inattiv[oa]|non attiv[oa]|not active|disabled|disabilitat[oa]|disattiv(?:at)?[oa]|blocked|bloccat[oa]|archived|archiviat[oa]|deleted|eliminat[oa]|non abilitat[oa]`,
);
const active = starts(
  String.raw`active|attiv[oaie]|enabled|abilitat[oa]|in (?:forza|servizio|organico|carica|prova|maternità|paternità|congedo|aspettativa|malattia|ferie|permesso)|maternità|congedo|assunt[oa]|present[ei]|effettiv[oa]|confermat[oa]|(?:a )?tempo (?:in)?determinato|(?:in)?determinato|full[ -]?time|part[ -]?time|apprendista|stage|stagista|tirocinante|praticante|dipendente|collaborat(?:ore|rice)|collaborazione|consulente|(?:libero )?professionista|autonom[oa]|occasionale|distaccat[oa]|infortunio|operativ[oa]|regolare|valid[oa]|iscritt[oa]|co\.?co\.?co\.?|p\.? ?iva|soci[oa]|titolare|employed|current|working|on leave|ok`,
);

const yes = /^(?:true|vero|yes|y|s[iì]['’]?|1|x|✓|✔)$/i;
const no = /^(?:false|falso|no|n|0)$/i;

/** What a word of a status column says, like "Suspended" or "cessato il 30/06/2025". Undefined if unknown. */
export function readStatus(cell: string): Status | undefined {
  if (left.test(cell)) return 'left';
  if (off.test(cell)) return 'suspended';
  if (active.test(cell) || (saysNothing(cell) && !no.test(cell))) return 'active';
  return undefined;
}

/** The same for a column in which yes means blocked. */
function readBlocked(cell: string): Status | undefined {
  if (yes.test(cell)) return 'suspended';
  return no.test(cell) ? 'active' : readStatus(cell);
}

/** The same for a column in which yes means active. A blank cell says nothing: it is unknown. */
function readActive(cell: string): Status | undefined {
  if (yes.test(cell)) return 'active';
  if (no.test(cell)) return 'suspended';
  return saysNothing(cell) ? undefined : readStatus(cell);
}

/** The columns that say whether somebody is at work, and how each is read. */
export const statusReaders = { suspended: readStatus, blocked: readBlocked, active: readActive } as const;
export type StatusField = keyof typeof statusReaders;

/** The most that is said against somebody: one column that says left or suspended is enough. */
export const worst = (statuses: readonly Status[]): Status =>
  statuses.includes('left') ? 'left' : statuses.includes('suspended') ? 'suspended' : 'active';

/** Whether a cell of such a column is a known word. Blank cells are none. */
export const isStatusWord = (field: StatusField, cell: string): boolean =>
  !isBlank(cell) && statusReaders[field](cell) !== undefined;
