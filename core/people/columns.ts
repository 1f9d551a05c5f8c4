import { err, ok, type Result } from '../kernel/result.ts';
import { cleanCell, shorten } from './cell.ts';
import type { CsvRecord } from './csv.ts';

/** Fields that a staff list may have or not: a list without one says nothing of it (see planImport). */
export const optionalFields = ['department', 'start', 'end'] as const;
export type OptionalField = (typeof optionalFields)[number];

/** `full-name`: given name first; `family-first`: the other way round. `suspended`: text like "Suspended"; `blocked`: yes or no. */
export type ColumnField = 'given-name' | 'family-name' | 'full-name' | 'family-first' | 'email' | OptionalField | 'suspended' | 'blocked';

/** A column in use: its field, its header as written, its place from 0. */
export interface Column {
  readonly field: ColumnField;
  readonly header: string;
  readonly index: number;
}

/** The header row of a staff list with the columns in use; `ignored` holds the headers that say nothing to Allinea. */
export interface Header {
  readonly row: number;
  readonly width: number;
  readonly columns: readonly Column[];
  readonly ignored: readonly string[];
}

export type MissingColumn = 'email' | 'name' | 'given-name' | 'family-name';

/** The file cannot be used at all: which columns it lacks, and the headers that it has. */
export interface HeaderRefusal {
  readonly reason: 'missing-columns';
  readonly missing: readonly MissingColumn[];
  readonly found: readonly string[];
}

/** Header names, letters and digits only, the surest first: where a file has two of one field, the first of the list wins. */
const names: Readonly<Record<ColumnField, readonly string[]>> = {
  'given-name': ['nome', 'firstname', 'givenname', 'nomedibattesimo', 'nomeproprio', 'forename'],
  'family-name': ['cognome', 'lastname', 'familyname', 'surname'],
  'full-name': [
    'nominativo',
    'nomecompleto',
    'nomeecognome',
    'nomecognome',
    'displayname',
    'nomevisualizzato',
    'fullname',
    'name',
    'dipendente',
    'collaboratore',
    'employee',
  ],
  'family-first': ['cognomeenome', 'cognomenome'],
  email: [
    'email',
    'emailaddress',
    'indirizzoemail',
    'indirizzodiemail',
    'mail',
    'postaelettronica',
    'indirizzodipostaelettronica',
    'indirizzopostaelettronica',
    'emailaziendale',
    'mailaziendale',
    'emailprimaria',
    'primaryemail',
    'workemail',
    'emaildilavoro',
    'userprincipalname',
    'nomeprincipaleutente',
    'nomeentitautente',
    'upn',
  ],
  department: [
    'reparto',
    'ufficio',
    'department',
    'dipartimento',
    'settore',
    'area',
    'unitaorganizzativa',
    'orgunitpath',
    'percorsounitaorganizzativa',
    'orgunit',
    'office',
  ],
  start: [
    'dataassunzione',
    'datadiassunzione',
    'datainizio',
    'datadiinizio',
    'datainiziorapporto',
    'inizio',
    'assunzione',
    'hiredate',
    'startdate',
    'dateofhire',
  ],
  end: [
    'datacessazione',
    'datadicessazione',
    'datafine',
    'datadifine',
    'datafinerapporto',
    'fine',
    'cessazione',
    'datadimissioni',
    'enddate',
    'terminationdate',
    'leavedate',
  ],
  suspended: ['status', 'stato', 'userstatus', 'statoutente', 'accountstatus'],
  blocked: ['blockcredential', 'bloccacredenziali', 'blocksignin', 'signinblocked', 'accessobloccato', 'suspended', 'sospeso'],
};

const fields = Object.keys(names) as ColumnField[];

const known = new Map(fields.flatMap((field) => names[field].map((name, rank) => [name, { field, rank }] as const)));

/** "Email Address [Required]" -> "emailaddress"; "Unità organizzativa *" -> "unitaorganizzativa". */
const headerKey = (header: string): string =>
  header
    .replaceAll(/\[[^\]]*\]|\([^)]*\)/g, '')
    .normalize('NFD')
    .toLowerCase()
    .replaceAll(/[^a-z0-9]/g, '');

/** Rows above the header: titles, dates of print, empty rows. */
const mostTitleRows = 50;

function columnsOf(cells: readonly string[]): readonly Column[] {
  const best = new Map<ColumnField, Column & { readonly rank: number }>();
  for (const [index, cell] of cells.entries()) {
    const match = known.get(headerKey(cell));
    const rival = match && best.get(match.field);
    if (match && (rival === undefined || match.rank < rival.rank))
      best.set(match.field, { field: match.field, rank: match.rank, header: cleanCell(cell), index });
  }
  const has = (field: ColumnField): boolean => best.has(field);
  // "Name; Surname": beside a family name, a name is a given name.
  const full = best.get('full-name');
  if (full && headerKey(full.header) === 'name' && has('family-name') && !has('given-name')) best.set('given-name', { ...full, field: 'given-name' });
  const used =
    has('given-name') && has('family-name')
      ? without(best, ['full-name', 'family-first'])
      : without(best, has('family-first') ? ['full-name', 'given-name', 'family-name'] : has('full-name') ? ['given-name', 'family-name'] : []);
  return used.map(({ field, header, index }) => ({ field, header, index })).sort((a, b) => a.index - b.index);
}

const without = (columns: ReadonlyMap<ColumnField, Column>, dropped: readonly ColumnField[]): readonly Column[] =>
  [...columns.values()].filter((column) => !dropped.includes(column.field));

function missingIn(columns: readonly Column[]): MissingColumn[] {
  const has = (field: ColumnField): boolean => columns.some((column) => column.field === field);
  const missing: MissingColumn[] = has('email') ? [] : ['email'];
  if (has('full-name') || has('family-first')) return missing;
  if (!has('given-name') && !has('family-name')) return [...missing, 'name'];
  if (!has('given-name')) missing.push('given-name');
  if (!has('family-name')) missing.push('family-name');
  return missing;
}

const headersOf = (cells: readonly string[]): readonly string[] => cells.map((cell) => shorten(cleanCell(cell), 60)).filter((header) => header !== '');

/**
 * The first row with an e-mail column and a name is the header; what stands above it are titles. Names are recognised in
 * Italian and English, as payroll programs, Google Workspace and Microsoft 365 write them. Refuses a list that lacks one.
 */
export function findHeader(records: readonly CsvRecord[]): Result<Header, HeaderRefusal> {
  let nearest: { readonly cells: readonly string[]; readonly columns: readonly Column[] } = {
    cells: records.find((record) => record.cells.some((cell) => cleanCell(cell) !== ''))?.cells ?? [],
    columns: [],
  };
  for (const { row, cells } of records.slice(0, mostTitleRows + 1)) {
    const columns = columnsOf(cells);
    if (missingIn(columns).length === 0) {
      const used = new Set(columns.map((column) => column.index));
      return ok({ row, width: cells.length, columns, ignored: headersOf(cells.filter((_, index) => !used.has(index))) });
    }
    if (columns.length > nearest.columns.length) nearest = { cells, columns };
  }
  return err({ reason: 'missing-columns', missing: missingIn(nearest.columns), found: headersOf(nearest.cells).slice(0, 60) });
}

/** A header printed again further down, as page by page exports do. `cells` are clean. */
export const repeatsHeader = (header: Header, cells: readonly string[]): boolean => header.columns.every((column) => cells[column.index] === column.header);
