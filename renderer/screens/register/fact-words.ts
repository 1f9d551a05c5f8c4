import type { Fact, FactSource } from '../../../core/register/fact.ts';
import type { Field, Group } from '../../../core/register/fields.ts';
import { countText, dayText, gigabytes } from '../../text/format.ts';
import { text } from '../../text/text.ts';

const groupText = ({ quantity, expiry }: Group): string =>
  expiry === null
    ? text('register.group-as-service', { count: countText(quantity) })
    : text('register.group', { count: countText(quantity), day: dayText(expiry) });

const listText = (parts: readonly string[]): string =>
  parts.length === 0 ? text('register.none') : parts.join('; ');

/** The value of a fact in words. */
export function valueText({ field, value }: Pick<Fact, 'field' | 'value'>): string {
  const fact = { field, value } as Fact;
  switch (fact.field) {
    case 'holder':
    case 'vatCode':
    case 'taxCode':
    case 'account':
    case 'panelUsername':
    case 'caretaker':
    case 'note':
      return fact.value;
    case 'expiry':
      return dayText(fact.value);
    case 'kind':
      return text(`kind.${fact.value}`);
    case 'users':
    case 'space':
      return listText(fact.value.map(groupText));
    case 'modules':
      return listText(
        fact.value.map(({ kind, expiry }) =>
          expiry === null ? text(`kind.${kind}`) : `${text(`kind.${kind}`)}, ${dayText(expiry)}`,
        ),
      );
    case 'usedSpaceKB':
    case 'maxSpaceKB':
      return text('register.gigabytes', { size: gigabytes(fact.value) });
    case 'panelUsers':
      return listText(fact.value.map(({ username }) => username));
    case 'access':
      return text(`register.access-${fact.value}`);
    case 'payer':
      return text(`register.payer-${fact.value}`);
    case 'automaticRenewal':
    case 'promotional':
    case 'followed':
      return text(fact.value ? 'register.yes' : 'register.no');
  }
}

/** Where a fact comes from. */
export function sourceName(source: FactSource): string {
  switch (source.kind) {
    case 'sheet':
      return text('register.source-sheet', { file: source.file, row: source.row });
    case 'invoice':
      return text('register.source-invoice', {
        number: source.number,
        day: dayText(source.date),
        line: source.line,
      });
    case 'typed':
    case 'paste':
    case 'mail':
    case 'aruba':
    case 'order':
      return text(`register.source-${source.kind}`);
  }
}

/** Where a fact comes from and of which day it is (rule J4). */
export const sourceText = ({ source, asOf, by }: Fact): string =>
  [text('register.as-of', { source: sourceName(source), day: dayText(asOf) }), by].filter(Boolean).join(', ');

export const fieldText = (field: Field): string => text(`register.${field}`);
