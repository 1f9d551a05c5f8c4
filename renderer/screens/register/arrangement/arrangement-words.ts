import type { Arrangement, ArrangementField } from '../../../../core/register/arrangement.ts';
import type { ArrangementGroup } from '../../../../core/register/arranged-by.ts';
import type { AccessWay, PayerSide } from '../../../../core/register/fields.ts';
import { text } from '../../../text/text.ts';
import { fieldText } from '../fact-words.ts';

/** A value in words. Null: nobody has said it. */
export function arrangedText(field: ArrangementField, value: string | null): string {
  if (value === null) return text('register.not-said');
  switch (field) {
    case 'access':
      return text(`register.access-${value as AccessWay}`);
    case 'payer':
      return text(`register.payer-${value as PayerSide}`);
    case 'account':
    case 'caretaker':
      return value;
  }
}

/** A value with the name of its field: "Chi paga: lo studio". */
const filterText = (field: ArrangementField, value: string | null): string =>
  text('arrangement.said', { field: fieldText(field), value: arrangedText(field, value) });

/** The head of a group. An account and a person need no name of the field beside them. */
export const groupText = (
  field: ArrangementField,
  { value }: Pick<ArrangementGroup<unknown>, 'value'>,
): string =>
  value !== null && (field === 'account' || field === 'caretaker') ? value : filterText(field, value);

/** "paga lo studio", "paga il cliente". */
const payerText = (payer: PayerSide): string => text(`arrangement.pays-${payer}`);

/** What is said of a service in one line: account, access way, caretaker, payer. Empty if nothing is. */
export const arrangementLine = (arrangement: Arrangement): string =>
  (['account', 'access', 'caretaker'] as const)
    .flatMap((field) => {
      const value = arrangement[field];
      return value === null ? [] : arrangedText(field, value);
    })
    .concat(arrangement.payer === null ? [] : payerText(arrangement.payer))
    .join(' · ');
