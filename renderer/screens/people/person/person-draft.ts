import type { Day } from '../../../../core/kernel/day.ts';
import { readDate } from '../../../../core/people/import/read-dates.ts';
import { emailPattern, endsBeforeStart, type PersonDetails } from '../../../../core/people/person.ts';
import { dayText } from '../../../text/format.ts';
import { text } from '../../../text/text.ts';

/** A person as it is typed. */
export type PersonDraft = { readonly [K in keyof PersonDetails]: string };
/** What is wrong with a field, in words. */
export type PersonProblems = Readonly<Partial<Record<keyof PersonDetails, string>>>;

export const dayOrNothing = (day: Day | null | undefined): string =>
  day === null || day === undefined ? '' : dayText(day);

/** The details, or what is wrong with them. */
export function checkPerson(draft: PersonDraft): {
  readonly problems: PersonProblems;
  readonly details: PersonDetails | null;
} {
  const problems: Partial<Record<keyof PersonDetails, string>> = {};
  for (const field of ['givenName', 'familyName'] as const)
    if (draft[field].trim() === '') problems[field] = text('input.required');
  if (!emailPattern.test(draft.email.trim())) problems.email = text('input.bad-email');
  const start = readDate(draft.start);
  const end = readDate(draft.end);
  if (!start.ok) problems.start = text('input.bad-day', { text: draft.start });
  if (!end.ok) problems.end = text('input.bad-day', { text: draft.end });
  if (start.ok && end.ok && endsBeforeStart({ start: start.value, end: end.value }))
    problems.end = text('reject.end-before-start');
  if (Object.keys(problems).length > 0 || !start.ok || !end.ok) return { problems, details: null };
  const { givenName, familyName, email, department } = draft;
  return {
    problems,
    details: {
      givenName: givenName.trim(),
      familyName: familyName.trim(),
      email: email.trim(),
      department: department.trim(),
      start: start.value,
      end: end.value,
    },
  };
}
