import { headerKey } from '../../formats/spreadsheet/headers.ts';
import type { ServiceDetails } from '../fields.ts';

/** What names the holder of a service, the surest first: VAT number, tax code, name without marks. */
export function holderKeys({
  vatCode,
  taxCode,
  holder,
}: Pick<ServiceDetails, 'vatCode' | 'taxCode' | 'holder'>): readonly string[] {
  return [
    ...(vatCode === undefined ? [] : [`vat:${vatCode.toUpperCase()}`]),
    ...(taxCode === undefined ? [] : [`tax:${taxCode.toUpperCase()}`]),
    ...(holder === undefined ? [] : [`holder:${foldedHolder(holder)}`]),
  ];
}

/** Whether a key of holderKeys is the name. */
export const isNameKey = (key: string): boolean => key.startsWith('holder:');

/** `Rossi S.r.l.` and `ROSSI SRL` are one holder. A name without Latin letters stays as it is. */
const foldedHolder = (holder: string): string => headerKey(holder.replaceAll(/[[\]()]/g, ' ')) || holder;

/** How a service is recognised: by its holder (VAT number, else tax code, else name) and its kind. */
export const serviceKey = (details: ServiceDetails, keys = holderKeys(details)): string =>
  `${keys[0] ?? ''}/${details.kind ?? ''}`;

type Numbers = Pick<ServiceDetails, 'vatCode' | 'taxCode'>;

/** Whether both have a VAT number, or both a tax code, and these differ: they are two holders of one name. */
export const numbersDiffer = (a: Numbers, b: Numbers): boolean =>
  (['vatCode', 'taxCode'] as const).some(
    (code) =>
      a[code] !== undefined && b[code] !== undefined && a[code].toUpperCase() !== b[code].toUpperCase(),
  );
