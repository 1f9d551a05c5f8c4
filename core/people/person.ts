import { addDays, type Day } from '../kernel/day.ts';
import type { PersonId } from '../kernel/id.ts';
import { branded, personDaySchema, z } from '../kernel/parse.ts';
import { cleanCell } from '../formats/spreadsheet/cell.ts';

/**
 * Someone who works at the firm. Holds the least personal data that a seat needs (rule H5).
 * `end` is the last day of work.
 */
export interface Person {
  readonly id: PersonId;
  readonly givenName: string;
  readonly familyName: string;
  readonly email: string;
  readonly department: string;
  readonly start: Day | null;
  readonly end: Day | null;
}

/** The details of a person from a form or a staff list, before the person has an id. */
export type PersonDetails = Omit<Person, 'id'>;

export const emailPattern = /^[^\s@<>"(),:;[\]\\]{1,64}@[^\s@.<>"(),:;[\]\\]+(?:\.[^\s@.<>"(),:;[\]\\]+)+$/;

/** The key of an address. Addresses that differ only in case are the same mailbox. */
export const emailKey = (email: string): string => email.trim().toLowerCase();

export const personIdSchema = branded<PersonId>(/^[A-Za-z0-9-]{1,64}$/);

/**
 * One space between words and no invisible characters, as a staff list is read. So an
 * exported list comes back the same.
 */
const words = z.string().overwrite(cleanCell);

const fields = {
  givenName: words.min(1).max(100),
  familyName: words.min(1).max(100),
  email: z.string().trim().max(254).regex(emailPattern),
  department: words.max(100),
  start: personDaySchema.nullable(),
  end: personDaySchema.nullable(),
};

/** Whether the last day of work comes before the first. */
export const endsBeforeStart = ({ start, end }: Pick<Person, 'start' | 'end'>): boolean =>
  start !== null && end !== null && end < start;

export const personDetailsSchema = z
  .object(fields)
  .refine((person) => !endsBeforeStart(person), { path: ['end'], message: 'ends before it starts' });

/** What changes of one person. What it does not name stays. */
export const personChangeSchema = z.object({
  givenName: fields.givenName.exactOptional(),
  familyName: fields.familyName.exactOptional(),
  email: fields.email.exactOptional(),
  department: fields.department.exactOptional(),
  start: fields.start.exactOptional(),
  end: fields.end.exactOptional(),
});
export type PersonChange = z.output<typeof personChangeSchema>;

/** What may change of several people at once. */
export const peopleChangeSchema = z.object({
  department: fields.department.exactOptional(),
  end: fields.end.exactOptional(),
});
export type PeopleChange = z.output<typeof peopleChangeSchema>;

export const personSchema = personDetailsSchema.safeExtend({ id: personIdSchema });

/** Given name and family name, with one space between them. */
export const fullName = (person: Pick<Person, 'givenName' | 'familyName'>): string =>
  `${person.givenName} ${person.familyName}`.trim();

/** Whether the person has left: the last day of work is before today. */
export const hasLeft = (person: Person, today: Day): boolean => person.end !== null && person.end < today;

/** A person whose last day is at most so many days away is leaving: there is something to prepare. */
const leavingDays = 30;

/** Whether the last day of work is near: today, or one of the next thirty days. */
export const isLeaving = ({ end }: Person, today: Day): boolean =>
  end !== null && end >= today && end <= addDays(today, leavingDays);
