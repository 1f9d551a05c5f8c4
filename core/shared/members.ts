// Who may work with a shared studio, and what an administrator asks of the server about it.
import { sharedRoles } from '../desk/rows/shared-rows.ts';
import { z } from '../kernel/parse.ts';
import { isStorable } from './storable.ts';

const accountSchema = z.string().trim().min(1).max(200).refine(isStorable);
const nameSchema = z.string().trim().min(1).max(200).refine(isStorable);

/** What an administrator asks. The code of an invitation stays with whoever sends it: its hash is enough. */
export const memberWishSchema = z.discriminatedUnion('kind', [
  z.object({ kind: z.literal('list') }),
  z.object({
    kind: z.literal('invite'),
    account: accountSchema,
    name: nameSchema,
    role: z.enum(sharedRoles),
    codeHash: z.string().regex(/^[0-9a-f]{64}$/),
  }),
  z.object({ kind: z.literal('role'), account: accountSchema, role: z.enum(sharedRoles) }),
  z.object({ kind: z.literal('end'), account: accountSchema }),
  z.object({ kind: z.literal('revoke'), desk: z.uuid() }),
]);
export type MemberWish = z.output<typeof memberWishSchema>;

const deskSchema = z.object({
  id: z.uuid(),
  /** The computer's name. Empty if it told none. */
  computer: z.string().max(200),
  /** Milliseconds since 1970 at which the server heard of it last. Null: never since it was paired. */
  heard: z.number().nullable(),
  revoked: z.boolean(),
  /** It has no access any more, since it was not heard of for so long (`silentMs`). */
  silent: z.boolean(),
});

/** A member with the computers that were joined. `invited`: an invitation has not been used yet. */
const memberSchema = z.object({
  account: accountSchema,
  name: nameSchema,
  role: z.enum(sharedRoles),
  ended: z.boolean(),
  invited: z.boolean(),
  desks: z.array(deskSchema),
});
export type SharedMember = z.output<typeof memberSchema>;

/**
 * The members after the wish. `refusal`: why nothing was done. `last-administrator`: somebody must be able to
 * invite.
 */
export const membersSchema = z.object({
  members: z.array(memberSchema),
  refusal: z.enum(['last-administrator', 'no-such-member']).nullable(),
});
export type MembersAnswer = z.output<typeof membersSchema>;
export type MemberRefusal = NonNullable<MembersAnswer['refusal']>;

/** A desk that was not heard of for 90 days has no access any more. */
export const silentMs = 90 * 24 * 60 * 60_000;

/** Whether it has fallen silent. `since`: its silence counts from here at the earliest. */
export const isSilent = (
  { heard, since }: { readonly heard: number | null; readonly since: number },
  now: number,
): boolean => Math.max(heard ?? since, since) < now - silentMs;

/** An invitation is good for a week. */
export const invitationMs = 7 * 24 * 60 * 60_000;

/** A member's own password has at least so many characters. Nothing else is asked of it. */
export const shortestPassword = 12;
