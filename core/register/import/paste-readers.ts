import { shorten } from '../../formats/spreadsheet/cell.ts';
import type { ServiceState } from '../../services/service.ts';
import type { Label } from './paste-labels.ts';
import {
  answer,
  dayBeside,
  gap,
  match,
  problem,
  saysNo,
  type Beside,
  type Collector,
  type Place,
} from './paste-mark.ts';
import { readTaxCode, readVatCode } from './read-codes.ts';
import { readKind } from './read-kind.ts';
import { readQuantity } from './read-quantity.ts';

const holderValue = /^ {0,4}(?::|\n| {2})[ \n]{0,8}([^\n]{2,200})/;
const vatValue = new RegExp(String.raw`${gap}(?:n[.°] ?)?((?:IT ?)?\d[\d ]{5,16}\d)(?!\d)`, 'i');
const taxValue = new RegExp(String.raw`${gap}([A-Z0-9]{16}|\d{11})(?![A-Z0-9])`, 'i');
const usernameValue = new RegExp(String.raw`${gap}([\w.@+-]{3,64})(?![\w@])`);
const accountValue = new RegExp(String.raw`${gap}([\w.+-]{3,64}@[\w.-]{3,30}\w)`);
const twoCounts = new RegExp(String.raw`${gap}(\d{1,6}) ?(?:di|su|of|/) ?(\d{1,6})(?![\d/])`, 'i');
const oneCount = new RegExp(String.raw`${gap}(-?\d[\d.]{0,9})(?![\d/]|[-,]\d| ?%)`);
const wordCount = /^ ?: ?([\p{L}]{2,12})(?!\p{L})/u;
const totalSpace = /^[^\n]{0,40}?(?:di|su|of|\/) ?(\d{1,5}) ?GB/i;
const extraSpace = new RegExp(String.raw`${gap}(\d{1,5}) ?GB`, 'i');
const noModule = new RegExp(String.raw`${gap}(nessuno|nessun modulo|none)(?!\p{L})`, 'iu');
/** States in words (rules F). The longer ones come first. */
const states: readonly (readonly [RegExp, ServiceState])[] = [
  [/^(?:in )?attesa (?:di )?pagamento|^awaiting payment/i, 'awaiting-payment'],
  [/^(?:in )?attesa (?:di )?attivazione|^awaiting activation/i, 'awaiting-activation'],
  [/^attivazione ko|^activation failed/i, 'activation-failed'],
  [/^attiv[oa]|^active/i, 'active'],
  [/^scadut[oa]|^expired/i, 'expired'],
];
const stateValue = new RegExp(
  String.raw`${gap}((?:in )?attesa (?:di )?(?:pagamento|attivazione)|attivazione ko|attiv[oa]|scadut[oa]|awaiting (?:payment|activation)|activation failed|active|expired)(?!\p{L})`,
  'iu',
);

/** Aruba's own numbers (Aruba PEC S.p.A. and Aruba S.p.A.) stand at the foot of its pages. */
const arubaCodes = new Set(['01879020517', '01573850516', '04552920482']);

function readCount(into: Collector, field: 'users' | 'space', beside: Beside): void {
  const { label } = beside;
  const counts = label.text.match(/\d+/g);
  const before = counts && { value: counts.at(-1) ?? '', place: { from: label.from, to: label.end } };
  const two = match(beside, twoCounts);
  const found =
    before ?? (two && { ...two, value: two.second }) ?? match(beside, oneCount) ?? match(beside, wordCount);
  if (found !== undefined) pushCount(into, field, beside, readQuantity(found.value), found.place);
}

function pushCount(
  into: Collector,
  field: 'users' | 'space',
  beside: Beside,
  quantity: ReturnType<typeof readQuantity>,
  place: Place,
): void {
  if (!quantity.ok) return problem(into, field, quantity.error, place);
  if (quantity.value === null) return;
  const own = dayBeside(beside, place.to);
  into.marks.push({
    field,
    value: quantity.value,
    expiry: own?.day ?? null,
    from: place.from,
    to: own?.to ?? place.to,
  });
}

/** Reads what stands beside each kind of label. */
export const readers: Readonly<
  Record<Exclude<Label['kind'], 'expiry' | 'module'>, (into: Collector, beside: Beside) => void>
> = {
  holder(into, beside) {
    const found = match(beside, holderValue);
    const value = found?.value.trim() ?? '';
    if (found !== undefined && /\p{L}/u.test(value))
      into.marks.push({ field: 'holder', value: shorten(value, 200), ...found.place });
  },
  vatCode(into, beside) {
    const found = match(beside, vatValue);
    if (found === undefined) return;
    const codes = readVatCode(found.value);
    if (!codes.ok) return problem(into, 'vatCode', codes.error, found.place);
    const { vatCode } = codes.value;
    if (vatCode !== undefined && !arubaCodes.has(vatCode))
      into.marks.push({ field: 'vatCode', value: vatCode, ...found.place });
  },
  taxCode(into, beside) {
    const found = match(beside, taxValue);
    if (found === undefined) return;
    const codes = readTaxCode(found.value);
    if (!codes.ok) return problem(into, 'taxCode', codes.error, found.place);
    const { taxCode } = codes.value;
    if (taxCode !== undefined && !arubaCodes.has(taxCode))
      into.marks.push({ field: 'taxCode', value: taxCode, ...found.place });
  },
  kind(into, beside) {
    const { label } = beside;
    const said = readKind(label.text);
    if (said?.what !== 'service') return;
    // "Fatturazione Elettronica Premium" is another product.
    if (/^ ?premium/i.test(beside.text)) return;
    into.marks.push({ field: 'kind', value: said.kind, from: label.from, to: label.end });
    const own = dayBeside(beside, label.end);
    if (own !== undefined) into.marks.push({ field: 'expiry', value: own.day, from: label.from, to: own.to });
  },
  users: (into, beside) => {
    readCount(into, 'users', beside);
  },
  space(into, beside) {
    const isExtra = /aggiuntiv|extra/i.test(beside.label.text);
    if (isExtra && /\d/.test(beside.label.text)) return readCount(into, 'space', beside);
    const found = match(beside, isExtra ? extraSpace : totalSpace);
    if (found === undefined) return;
    // One GB is included in every service (domain.md 2.6): only the others were bought.
    const quantity = readQuantity(String(Number(found.value) - (isExtra ? 0 : 1)));
    if (quantity.ok && (quantity.value ?? -1) >= 0) pushCount(into, 'space', beside, quantity, found.place);
  },
  modules(into, beside) {
    const found = match(beside, noModule);
    if (found !== undefined) into.marks.push({ field: 'noModules', ...found.place });
  },
  panelUsername(into, beside) {
    const found = match(beside, usernameValue);
    const apart = /^ ?[:\n]/.test(beside.text);
    if (found !== undefined && (apart || /\d/.test(found.value)))
      into.marks.push({ field: 'panelUsername', value: found.value, ...found.place });
  },
  account(into, beside) {
    const found = match(beside, accountValue);
    if (found !== undefined && !/^\d+@aruba\.it$/.test(found.value))
      into.marks.push({ field: 'account', value: found.value, ...found.place });
  },
  automaticRenewal(into, beside) {
    const found = match(beside, answer);
    if (found !== undefined)
      into.marks.push({ field: 'automaticRenewal', value: !saysNo.test(found.value), ...found.place });
  },
  state(into, beside) {
    const found = match(beside, stateValue);
    const state = found && states.find(([pattern]) => pattern.test(found.value))?.[1];
    if (found !== undefined && state !== undefined)
      into.marks.push({ field: 'state', value: state, ...found.place });
  },
};
