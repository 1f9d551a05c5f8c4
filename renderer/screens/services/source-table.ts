import type { Day } from '../../../core/kernel/day.ts';
import type { Fact } from '../../../core/register/fact.ts';
import { fields } from '../../../core/register/fields.ts';
import type { Known, Registered } from '../../../core/register/fold.ts';
import { isStale } from '../../../core/register/freshness.ts';
import type { CellTable } from '../../papers/cells.ts';
import { text } from '../../text/text.ts';
import { fieldText, sourceName, valueText } from '../register/fact-words.ts';

/**
 * The source and day of each value (rule J4): a row a field, and a row for each value that a person must
 * still decide between.
 */
export const sourceTable = (services: Iterable<Registered>, today: Day): CellTable => ({
  headers: [
    text('register.holder'),
    text('register.kind'),
    text('service-sources.field'),
    text('service-sources.value'),
    text('service-sources.source'),
    text('service-sources.day'),
    text('service-sources.operator'),
    text('service-sources.state'),
  ],
  rows: Array.from(services).flatMap(({ known, disputes }) => {
    const about = [
      { text: known.holder?.value ?? known.vatCode?.value ?? '' },
      { text: known.kind === undefined ? '' : text(`kind.${known.kind.value}`) },
    ];
    const row = (fact: Fact, state: string) => [
      ...about,
      { text: fieldText(fact.field) },
      { text: valueText(fact) },
      { text: sourceName(fact.source) },
      { day: fact.asOf },
      { text: fact.by ?? '' },
      { text: state },
    ];
    return fields.flatMap((field) => {
      const value = known[field] as Known | undefined;
      const open = disputes.find((dispute) => dispute.field === field)?.facts ?? [];
      const newest = value?.facts[0];
      const state = value !== undefined && isStale(value, today) ? text('register.to-recheck') : '';
      return [
        ...(newest === undefined ? [] : [row(newest, state)]),
        ...open.map((fact) => row(fact, text('register.to-verify'))),
      ];
    });
  }),
});
