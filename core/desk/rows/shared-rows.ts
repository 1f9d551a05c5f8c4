import { daySchema, z } from '../../kernel/parse.ts';
import { ownLooksSchema } from './looks.ts';

const madeId = z.string().regex(/^[\da-f]{8}(?:-[\da-f]{4}){3}-[\da-f]{12}$/);

/**
 * What a member of a shared studio may do. Each role may do what those before it may.
 * `prepare`: people, seats, carts, quotes, plans, facts. `order`: orders, users of the panel, purchases.
 * `administer`: rules, prices, members, erasing, restoring.
 */
export const sharedRoles = ['read', 'prepare', 'order', 'administer'] as const;
export type SharedRole = (typeof sharedRoles)[number];

/** Who has changed last what a refused command is about, and when: milliseconds since 1970. */
const changedBySchema = z.object({ name: z.string().max(200), at: z.number() });
export type ChangedBy = z.output<typeof changedBySchema>;

/**
 * A command of a desk whose studio lies on a server. `waiting`: the server has not taken it yet, or nobody
 * knows. `kept`: the server has it, and it is in no backup yet. `refused`: a person must deal with it.
 */
export const waitingCommandSchema = z.object({
  /** The command's id. */
  id: madeId,
  /** Its number among those of this desk. The server takes them in this order, without gaps. */
  seq: z.int().min(1),
  /** When it was given: milliseconds since 1970, and the day. */
  at: z.number(),
  day: daySchema,
  /** As it travels. Whoever decides it checks it. */
  command: z.looseObject({ type: z.string().max(100) }),
  /** What undoing an earlier command writes here until the server has decided it. Null for other commands. */
  rows: z.array(z.object({ table: z.string(), id: z.string(), value: z.unknown() })).nullable(),
  state: z.enum(['waiting', 'kept', 'refused']),
  /** The studio's version with it; null while it waits. */
  version: z.int().nullable(),
  refusal: z.looseObject({ reason: z.string().max(100), changedBy: changedBySchema.optional() }).nullable(),
  /** Whom or what it was about when it was given. Absent in what an earlier version wrote. */
  about: z.object({ names: z.array(z.string()).readonly(), more: z.int().min(0) }).exactOptional(),
  /** New ids of things that it names, by their old ids: what was to make them was refused and given again. */
  renamed: z.record(z.string(), z.string()).exactOptional(),
});
export type WaitingCommand = z.output<typeof waitingCommandSchema>;

/** Where a shared studio lies, and how far this desk has read it. One record, id `studio`. */
export const sharedStudioSchema = z.object({
  id: z.literal('studio'),
  /** The server's address, without a slash at the end. */
  address: z.string().max(300),
  /** The SHA-256 of the server's certificate; null on this very computer. */
  fingerprint: z.string().max(64).nullable(),
  /** The studio's id on the server, and the id of this desk there. */
  studio: z.string().min(1).max(100),
  client: madeId,
  /** Whose desk it is. */
  account: z.string().min(1).max(200),
  name: z.string().min(1).max(200),
  role: z.enum(sharedRoles),
  /** The server's past that was read. Null before the first answer. */
  epoch: z.string().nullable(),
  /** Everything up to this version is here. */
  version: z.int().min(0),
  /** The last number that the server has taken, and the last one that this desk has given. */
  heard: z.int().min(0),
  lastSeq: z.int().min(0),
  /** Language and theme of this computer. Absent until somebody has chosen here. */
  looks: ownLooksSchema.exactOptional(),
});
export type SharedStudio = z.output<typeof sharedStudioSchema>;
