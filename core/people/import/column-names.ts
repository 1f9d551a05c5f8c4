import type { NamedField } from '../../formats/spreadsheet/headers.ts';

/**
 * Fields that a staff list may lack. A list without the column does not change the field (see planImport).
 */
export const optionalFields = ['department', 'start', 'end'] as const;
export type OptionalField = (typeof optionalFields)[number];

/**
 * `full-name`: the given name comes first. `family-first`: the family name comes first. `suspended`: a text
 * like "Suspended". `blocked`: yes or no.
 */
export const columnFields = [
  'family-name',
  'given-name',
  'full-name',
  'family-first',
  'email',
  ...optionalFields,
  'suspended',
  'blocked',
] as const;
export type ColumnField = (typeof columnFields)[number];

/**
 * Header names by field, letters and digits only, the surest name first. If a file has two columns for a
 * field, the column whose name comes first here wins.
 */
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
  blocked: [
    'blockcredential',
    'bloccacredenziali',
    'blocksignin',
    'signinblocked',
    'accessobloccato',
    'suspended',
    'sospeso',
  ],
};

const known = new Map(
  columnFields.flatMap((field) => names[field].map((name, rank) => [name, { field, rank }] as const)),
);

/**
 * The field that a header names, in Italian or English; `rank` 0 is the surest name.
 * Undefined if no field fits.
 */
export const fieldNamed = (key: string): NamedField<ColumnField> | undefined => known.get(key);
