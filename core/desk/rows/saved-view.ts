import { z } from '../../kernel/parse.ts';
import { arrangementFields, type ArrangementField } from '../../register/arrangement.ts';
import { serviceIdSchema } from '../../services/service.ts';

export const standingFilters = ['all', 'assigned', 'waiting', 'left'] as const;
export type StandingFilter = (typeof standingFilters)[number];

/** The columns of the staff, in their order. The list can be sorted by each. */
export const staffColumns = ['name', 'department', 'email', 'username', 'start', 'end', 'standing'] as const;
export type StaffColumn = (typeof staffColumns)[number];
/** The columns that a person chooses. The name and the standing are always there. */
export const chosenColumns = ['department', 'email', 'username', 'start', 'end'] as const;
export type ChosenColumn = (typeof chosenColumns)[number];
/** The chosen columns until somebody chooses others. */
export const usualColumns: readonly ChosenColumn[] = ['department', 'email', 'username'];

export const renewalFilters = [
  'all',
  'soon',
  'planned',
  'missed',
  'automatic',
  'by-hand',
  'ordered',
  'grace',
] as const;
export type RenewalFilter = (typeof renewalFilters)[number];

export const serviceGroupings = ['none', ...arrangementFields] as const;
export type ServiceGrouping = (typeof serviceGroupings)[number];

/** How the renewals of any studio are grouped. */
export const renewalGroupings = ['none', 'client', 'month', 'state'] as const;
/** In a studio of one's own also by session and account, and by how a service is looked after. */
export const arrangedGroupings = [...renewalGroupings, 'session', ...arrangementFields] as const;
export type RenewalGrouping = (typeof arrangedGroupings)[number];

export const renewalShapes = ['timeline', 'table'] as const;
export type RenewalShape = (typeof renewalShapes)[number];
export const timelineZooms = ['days', 'weeks', 'months', 'years'] as const;
export type TimelineZoom = (typeof timelineZooms)[number];

const query = z.string().max(200);
/** The wanted key of each field: empty for what nobody has said. */
const filters = z.object(
  Object.fromEntries(arrangementFields.map((field) => [field, z.string().max(200).exactOptional()])) as {
    [F in ArrangementField]: z.ZodExactOptional<z.ZodString>;
  },
);

/**
 * What each list shows. Of the staff without the search: a name that somebody looked for would stay when the
 * person is erased.
 */
const people = z.object({
  list: z.literal('people'),
  standing: z.enum(standingFilters),
  /** Null: all departments. */
  department: z.string().max(200).nullable(),
  /** Null: the first service. One that is gone counts as null. */
  serviceId: serviceIdSchema.nullable(),
  sort: z.object({ key: z.enum(staffColumns), descending: z.boolean() }),
  columns: z.array(z.enum(chosenColumns)).max(chosenColumns.length).readonly().default(usualColumns),
});
const services = z.object({
  list: z.literal('services'),
  query,
  filters,
  grouping: z.enum(serviceGroupings),
});
const renewals = z.object({
  list: z.literal('renewals'),
  query,
  filter: z.enum(renewalFilters),
  filters,
  grouping: z.enum(arrangedGroupings),
  shape: z.enum(renewalShapes),
  zoom: z.enum(timelineZooms),
});

export type PeopleShown = z.output<typeof people>;
export type ServicesShown = z.output<typeof services>;
export type RenewalsShown = z.output<typeof renewals>;
export type Shown = PeopleShown | ServicesShown | RenewalsShown;
export type ListName = Shown['list'];

const nameSchema = z.string().trim().min(1).max(60);

/** The fields of a saved view: a name, whose case does not matter, and what its list shows. */
export const viewFields = {
  name: nameSchema,
  shown: z.discriminatedUnion('list', [people, services, renewals]),
};

/** What a list shows, under a name. */
export interface SavedView {
  readonly id: string;
  readonly name: string;
  readonly shown: Shown;
}

/** Each list has its own names: one name is one view there, whatever its case. */
export const viewId = (list: ListName, name: string): string => `${list} ${name.toLowerCase()}`;

export const savedViewSchema = z.object({ id: z.string().min(1).max(200), ...viewFields });
