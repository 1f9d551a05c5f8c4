import type { ModuleKind, ServiceKind } from '../../catalog/item.ts';
import type { Day } from '../../kernel/day.ts';
import type { XlsxCell } from '../../formats/spreadsheet/write-xlsx.ts';
import {
  listFields,
  type AccessWay,
  type FieldValues,
  type Group,
  type ListField,
  type PayerSide,
  type ServiceDetails,
} from '../fields.ts';

/** The words of an exported list, in one language. Each is a word that the import knows. */
export interface ServiceListWords {
  readonly headers: Readonly<Record<ListField, string>>;
  readonly kinds: Readonly<Record<ServiceKind, string>>;
  readonly modules: Readonly<Record<ModuleKind, string>>;
  readonly access: Readonly<Record<AccessWay, string>>;
  readonly payers: Readonly<Record<PayerSide, string>>;
  readonly yes: string;
  readonly no: string;
  /** No module at all. */
  readonly none: string;
}

const italian = (day: Day): string => day.split('-').reverse().join('/');

const dated = (text: string, expiry: Day | null): string =>
  expiry === null ? text : `${text} (${italian(expiry)})`;

const groupsCell = (groups: readonly Group[]): XlsxCell => {
  const [first, ...more] = groups;
  if (first === undefined) return { number: 0 };
  if (more.length === 0 && first.expiry === null) return { number: first.quantity };
  return { text: groups.map(({ quantity, expiry }) => dated(String(quantity), expiry)).join(' + ') };
};

/** How each field is written. */
const cellOf: {
  readonly [F in ListField]: (value: FieldValues[F], words: ServiceListWords) => XlsxCell;
} = {
  holder: (text) => ({ text }),
  vatCode: (text) => ({ text }),
  taxCode: (text) => ({ text }),
  kind: (kind, { kinds }) => ({ text: kinds[kind] }),
  expiry: (day) => ({ day }),
  users: groupsCell,
  modules: (modules, words) => ({
    text: modules.map(({ kind, expiry }) => dated(words.modules[kind], expiry)).join(', ') || words.none,
  }),
  space: groupsCell,
  account: (text) => ({ text }),
  panelUsername: (text) => ({ text }),
  automaticRenewal: (value, { yes, no }) => ({ text: value ? yes : no }),
  promotional: (value, { yes, no }) => ({ text: value ? yes : no }),
  access: (way, { access }) => ({ text: access[way] }),
  payer: (side, { payers }) => ({ text: payers[side] }),
  caretaker: (text) => ({ text }),
  followed: (value, { yes, no }) => ({ text: value ? yes : no }),
  note: (text) => ({ text }),
};

function cell(details: ServiceDetails, field: ListField, words: ServiceListWords): XlsxCell {
  const value = details[field];
  return value === undefined ? null : cellOf[field](value as never, words);
}

/**
 * Services as a table, one row each, in their order. A field that is not said is an empty cell. The import
 * reads the table back to the same details, from CSV and from a workbook, if each has holder, kind and
 * expiry.
 */
export const serviceTable = (
  services: readonly ServiceDetails[],
  words: ServiceListWords,
): { readonly headers: readonly string[]; readonly rows: readonly (readonly XlsxCell[])[] } => ({
  headers: listFields.map((field) => words.headers[field]),
  rows: services.map((details) => listFields.map((field) => cell(details, field, words))),
});
