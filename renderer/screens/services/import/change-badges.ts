import { daysBetween, type Day } from '../../../../core/kernel/day.ts';
import type { ChangedField } from '../../../../core/register/difference.ts';
import type { Group } from '../../../../core/register/fields.ts';
import { isStale } from '../../../../core/register/freshness.ts';
import type { Tone } from '../../../components/surfaces.tsx';
import { text } from '../../../text/text.ts';
import type { Row } from './entries.ts';

/** A word beside a change, if it needs a look. */
export interface Remark {
  readonly tone: Tone;
  readonly text: string;
}

const count = (value: unknown): number =>
  Array.isArray(value)
    ? (value as readonly Partial<Group>[]).reduce((sum, { quantity }) => sum + (quantity ?? 1), 0)
    : 0;

/** True if the register has another value of today: both then stand until a person chooses (rule J3). */
export const isSameDay = ({ before }: ChangedField, today: Day): boolean => before?.facts[0]?.asOf === today;

/** What a change of one field needs a look for. */
export function changeBadges({ row }: Row, change: ChangedField, today: Day): readonly Remark[] {
  const { field, before, value } = change;
  const remarks: Remark[] = [];
  const say = (tone: Tone, sentence: string): number => remarks.push({ tone, text: sentence });
  if (field === 'expiry') for (const doubt of row.doubts) say('soon', text(`service-import.${doubt}`));
  if (before === undefined) return remarks;
  if (field === 'expiry')
    say(
      'soon',
      text('service-import.days', { days: Math.abs(daysBetween(before.value as Day, value as Day)) }),
    );
  const counted = field === 'users' || field === 'space' || field === 'modules';
  if (counted && count(value) < count(before.value)) say('late', text('service-import.fewer'));
  if (isSameDay(change, today)) say('late', text('service-import.same-day'));
  if (isStale(before, today)) say('wait', text('service-import.old'));
  return remarks;
}
