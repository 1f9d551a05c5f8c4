import { err, ok, type Result } from '../../kernel/result.ts';
import { isBlank, saysNothing, shorten } from '../../formats/spreadsheet/cell.ts';
import { headerKey } from '../../formats/spreadsheet/headers.ts';
import type { AccessWay, PayerSide } from '../fields.ts';

/** Why a text is none of the answers that its column takes. */
export type ChoiceReason =
  | { readonly kind: 'not-yes-or-no'; readonly value: string }
  | { readonly kind: 'unknown-access'; readonly value: string }
  | { readonly kind: 'unknown-payer'; readonly value: string };

const yes = new Set(
  'si s x 1 v vero true yes y ok on attivo attiva attivato attivata presente incluso active'.split(' '),
);
const no = new Set(
  'no n 0 falso false off nonattivo nonattiva disattivo disattivato disattivata assente inactive'.split(' '),
);

/** Reads yes or no, in Italian or English. A dash is no; a blank cell says nothing and gives null. */
export function readYesNo(cell: string): Result<boolean | null, ChoiceReason> {
  if (/^[-–—]+$/.test(cell)) return ok(false);
  if (/^[✓✔☑]$/u.test(cell)) return ok(true);
  const key = headerKey(cell);
  if (yes.has(key)) return ok(true);
  if (no.has(key)) return ok(false);
  return saysNothing(cell) ? ok(null) : err({ kind: 'not-yes-or-no', value: shorten(cell, 60) });
}

const accessNames = new Map<string, AccessWay>([
  ...'proprio propria accessoproprio diretto own direct'.split(' ').map((name) => [name, 'own'] as const),
  ...'supervisore360 supervisore delega'.split(' ').map((name) => [name, 'supervisore-360'] as const),
  ...'premium utenzapremium accountpremium'.split(' ').map((name) => [name, 'premium'] as const),
  ...'ilclientecompra clientecompra compracliente comprailcliente acquistailcliente cliente clientbuys theclientbuys client'
    .split(' ')
    .map((name) => [name, 'client-buys'] as const),
]);

/** The way to reach a service that the text names. */
export const accessNamed = (text: string): AccessWay | undefined => accessNames.get(headerKey(text));

/** Reads the way to reach a service. Null if the cell says nothing. */
export function readAccess(cell: string): Result<AccessWay | null, ChoiceReason> {
  if (isBlank(cell)) return ok(null);
  const way = accessNamed(cell);
  return way === undefined ? err({ kind: 'unknown-access', value: shorten(cell, 60) }) : ok(way);
}

const payerNames = new Map<string, PayerSide>([
  ...'studio lostudio noi nostro firm us we thefirm'.split(' ').map((name) => [name, 'firm'] as const),
  ...'cliente ilcliente loro client customer theclient'.split(' ').map((name) => [name, 'client'] as const),
]);

/** Reads who pays. Null if the cell says nothing. */
export function readPayer(cell: string): Result<PayerSide | null, ChoiceReason> {
  if (isBlank(cell)) return ok(null);
  const side = payerNames.get(headerKey(cell));
  return side === undefined ? err({ kind: 'unknown-payer', value: shorten(cell, 60) }) : ok(side);
}
