// What desks and the server of a shared studio say to each other: JSON over HTTP, below /v1/studios/ID.
// A desk sends commands and the server decides them again. Only the server refuses for good.
import { commandSchema, type Command, type Refusal } from '../desk/command.ts';
import { sharedRoles, type ChangedBy } from '../desk/rows/shared-rows.ts';
import type { WorkspaceRows } from '../desk/rows/state.ts';
import type { SignInProblem } from '../aruba/access.ts';
import { daySchema, z } from '../kernel/parse.ts';
import { presentSchema } from './presence.ts';

/** The version of this protocol and of the decisions behind it. Desk and server must have the same one. */
export const protocolVersion = 5;

/** At most so many commands in one push, and so many rows in one page of a pull. */
export const mostCommands = 200;
export const mostRows = 5000;
/** At most so many rows come with a news or with the answer to a push. */
export const mostToldRows = 500;
/** The longest command, as text. A longer one would never get through, and those behind it would wait. */
export const longestCommand = 6_000_000;

/**
 * Tables of one desk alone: what waits on it, what it knows of the server, and what its own system was told
 * or given. They never travel.
 */
export const deskTables = [
  'told',
  'calendarFeeds',
  'waiting',
  'sharedStudio',
] as const satisfies readonly (keyof WorkspaceRows)[];

/** A command of a person, or the wish to take an earlier one back. `cid`: the id of that command. */
export type SharedCommand = Command | { readonly type: 'undo'; readonly cid: string };

const cidSchema = z.uuid();

const sharedCommandSchema = z.union([
  z.object({ type: z.literal('undo'), cid: cidSchema }),
  commandSchema,
]) as unknown as z.ZodType<SharedCommand>;

/**
 * A command on its way. `seq`: its number among those of the desk, without gaps. `cid`: its id, the same
 * however often it travels. `at` and `day`: when it was given, by the desk's clock. It is decided with that
 * day, unless the clock is wrong.
 */
const sentCommandSchema = z.object({
  seq: z.int().min(1),
  cid: cidSchema,
  at: z.number(),
  day: daySchema,
  command: z.unknown(),
});

export const pushSchema = z.object({
  client: z.uuid(),
  protocol: z.int(),
  commands: z.array(sentCommandSchema).max(mostCommands),
  /** What the desk has: the answer then brings what it lacks. Null: it asks by a pull. */
  has: z
    .object({ epoch: z.string().max(100), version: z.int().min(0) })
    .nullable()
    .default(null),
});
export type Has = z.output<typeof pushSchema>['has'];

/** Checks a command only when it is decided: one that does not fit is refused, and the next ones go on. */
export const checkCommand = (command: unknown): SharedCommand | undefined => {
  const checked = sharedCommandSchema.safeParse(command);
  return checked.success ? checked.data : undefined;
};

/** Why the server did not carry out a command. `broken`: the program failed on it, which is a mistake. */
export type SharedRefusal = (
  | Refusal
  | { readonly reason: 'changed-since' }
  | { readonly reason: 'broken' }
) & { readonly changedBy?: ChangedBy };

const refusalSchema = z.looseObject({ reason: z.string().max(100) }) as unknown as z.ZodType<SharedRefusal>;

/** What became of one command. `version`: the studio's version with it, or at which it was refused. */
const resultSchema = z.object({
  seq: z.int(),
  cid: z.string(),
  version: z.int(),
  outcome: z.enum(['applied', 'refused']),
  refusal: refusalSchema.nullable(),
});
export type CommandResult = z.output<typeof resultSchema>;

/** The end of a page: the next page begins after this row. */
const cursorSchema = z.object({ version: z.int(), table: z.string(), id: z.string() });
export type Cursor = z.output<typeof cursorSchema>;

const pageSchema = z.object({
  epoch: z.string(),
  version: z.int(),
  lastSeq: z.int(),
  results: z.array(resultSchema),
  rows: z.array(z.tuple([z.string(), z.string(), z.unknown()])),
  /** Null with the last page. Pages count only when all are there. */
  next: cursorSchema.nullable(),
  /** Everything up to this version is in a backup. */
  safeVersion: z.int(),
  /** What the person of this desk may do now. An administrator can change it. */
  role: z.enum(sharedRoles),
});
export type Page = z.output<typeof pageSchema>;

/** The answers, by status. */
export const answers = {
  pushed: z.object({
    lastSeq: z.int(),
    version: z.int(),
    results: z.array(resultSchema),
    /** All that the desk lacks with these commands, but for the results. Null: it must ask by a pull. */
    page: pageSchema.nullable(),
  }),
  page: pageSchema,
  paired: z.object({
    client: z.uuid(),
    account: z.string().min(1).max(200),
    name: z.string().min(1).max(200),
    role: z.enum(sharedRoles),
    /** The studio's name. */
    studioName: z.string().min(1).max(200),
  }),
  /** To a question that waits for news: the studio's version, who is there, and what is new. */
  news: z.object({
    version: z.int(),
    epoch: z.string(),
    /** Changes when anybody comes, goes or moves. A desk sends back the one that it knows. */
    stamp: z.string().max(100),
    /** What the person of the asking desk may do now. */
    role: z.enum(sharedRoles),
    others: z.array(presentSchema).max(1000),
    /** All that the asking desk lacks, but no results. Null: it must ask by a pull. */
    page: pageSchema.nullable(),
  }),
  /** To a wish about the studio's vendor: why nothing was done. */
  vendor: z.object({
    refusal: z
      .looseObject({ reason: z.string().max(100) })
      .nullable() as unknown as z.ZodType<SignInProblem | null>,
    said: z.string().exactOptional(),
  }),
  /** 409. `gap`: send again from `lastSeq` + 1. `forked`: two desks have one number; ask for a new one. */
  conflict: z.object({ reason: z.enum(['gap', 'forked']), lastSeq: z.int() }),
};
export type Pushed = z.output<typeof answers.pushed>;
export type News = z.output<typeof answers.news>;
export type Paired = z.output<typeof answers.paired>;

/** The statuses that a desk tells apart. */
export const statuses = {
  ok: 200,
  notKnown: 401,
  /** It knows who asks, who may not do this. */
  notAllowed: 403,
  notFound: 404,
  conflict: 409,
  badInput: 400,
  /** The desk is newer than the server: nothing was consumed, and the desk waits. */
  deskNewer: 422,
  /** The desk is older than the server: it needs an update. Nothing is lost. */
  deskOlder: 426,
  /** Too many codes were tried that are none. */
  tooMany: 429,
  /** Ask again with the same numbers. */
  askAgain: 503,
} as const;

/** The query of an address. */
export const queryOf = (fields: Readonly<Record<string, string>>): string =>
  Object.entries(fields)
    .map(([name, value]) => `${name}=${encodeURIComponent(value)}`)
    .join('&');

/** The fields of a query. Undefined if it is not encoded as an address must be. */
export function readQuery(query: string): Readonly<Record<string, string>> | undefined {
  try {
    return Object.fromEntries(
      query.split('&').map((field) => {
        const at = field.indexOf('=');
        return [field.slice(0, Math.max(0, at)), decodeURIComponent(field.slice(at + 1))];
      }),
    );
  } catch {
    return undefined;
  }
}
