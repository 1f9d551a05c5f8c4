import { operatorNameSchema } from '../desk/rows/operator.ts';
import { sharedRoles } from '../desk/rows/shared-rows.ts';
import { z } from '../kernel/parse.ts';
import { placeSchema } from '../shared/presence.ts';
import { shortestPassword } from '../shared/members.ts';
import { simulatorActionSchema } from '../aruba/protocol.ts';
import { serviceIdSchema } from '../services/service.ts';
import type { CallName, Calls, CommandCall } from './contract.ts';
import { studioKinds } from './studios.ts';
import { printDocumentSchema } from '../formats/paper/print-document.ts';

const nothing = z.null();

/** What a person types as the panel's user. */
const credentials = z.object({
  username: z.string().trim().min(1).max(100),
  password: z.string().min(1).max(200),
});

/** The most characters that `window/keep` keeps. */
export const longestKept = 100_000;

/** The most characters of a path, on Windows. Other systems allow fewer. */
const longestPath = 32_767;

/** The name of a studio's folder: it can lead nowhere else. */
export const studioId = z.string().regex(/^[a-z0-9][a-z0-9-]{0,99}$/);

/** Joining a shared studio. */
const joining = z.object({
  link: z.string().trim().min(1).max(500),
  signIn: z
    .object({
      name: z.string().trim().min(1).max(200),
      password: z.string().min(1).max(200),
      code: z.string().max(20).nullable(),
    })
    .nullable(),
});
const passphrase = z.string().min(1).max(1000).nullable();

const personName = z.string().trim().min(1).max(200);
const accountName = z.string().trim().min(1).max(200);
const role = z.enum(sharedRoles);

/** The name of a backup: it can lead nowhere else. */
const backupWish = z.object({ name: z.string().regex(/^[a-z0-9][A-Za-z0-9_-]{0,199}\.allinea$/) });

/** A plain file name. The person chooses the folder, never the page. */
const fileName = (ending: string) =>
  z.string().regex(new RegExp(`^[\\p{L}\\p{N}][\\p{L}\\p{N} ._-]{0,98}\\.(?:${ending})$`, 'u'));

/** The content of the calendar file. Only a calendar may be written to it. */
const calendarContent = z
  .string()
  .max(40_000_000)
  .startsWith('BEGIN:VCALENDAR\r\n')
  .endsWith('END:VCALENDAR\r\n');

/** The key of a group of reminders: its kind, its day, and what distinguishes it from others. */
const reminderKey = z
  .string()
  .max(400)
  .regex(/^[a-z-]+\/\d{4}-\d{2}-\d{2}(?:\/|$)/);

/**
 * The schema of each call without a command. The main process checks every payload with it before anything
 * else. The calls with commands have theirs in command-schemas.ts.
 */
export const callSchemas: {
  readonly [N in Exclude<CallName, CommandCall>]: z.ZodType<Calls[N]['takes']>;
} = {
  'app/snapshot': nothing,
  'studios/list': nothing,
  'studios/open': z.object({ id: studioId }),
  'studios/create': z.object({
    kind: z.enum(studioKinds),
    name: z.string().trim().min(1).max(200),
    operator: operatorNameSchema.nullable(),
  }),
  'studios/export': z.object({ id: studioId, passphrase }),
  'studios/import': z.object({ content: z.base64().max(60_000_000), passphrase }),
  'studios/backend': z.object({
    address: z.string().trim().min(1).max(300).nullable(),
    confirmed: z.boolean(),
  }),
  'studios/progress': nothing,
  'studios/stop': nothing,
  'studios/join': joining,
  'studios/share': z.object({ name: personName }),
  'shared/rejoin': joining,
  'shared/let-go': z.object({ id: z.string().min(1).max(100) }),
  // The desk checks what is given instead, as it checks what it reads from the tray.
  'shared/again': z.object({
    id: z.string().min(1).max(100),
    instead: z.looseObject({ type: z.string().max(100) }).exactOptional(),
  }),
  'shared/here': z.object({ place: placeSchema.nullable() }),
  'shared/members': z.discriminatedUnion('kind', [
    z.object({ kind: z.literal('list') }),
    z.object({ kind: z.literal('invite'), account: accountName.nullable(), name: personName, role }),
    z.object({ kind: z.literal('role'), account: accountName, role }),
    z.object({ kind: z.literal('end'), account: accountName }),
    z.object({ kind: z.literal('revoke'), desk: z.uuid() }),
  ]),
  'shared/password': z.discriminatedUnion('kind', [
    z.object({ kind: z.enum(['look', 'remove', 'new-secret', 'no-code']) }),
    z.object({ kind: z.literal('set'), password: z.string().min(shortestPassword).max(200) }),
    z.object({ kind: z.literal('code'), secret: z.string().max(64), code: z.string().max(20) }),
  ]),
  'shared/server': nothing,
  'studios/remove': z.object({ id: studioId }),
  'backups/list': nothing,
  'backups/make': nothing,
  'backups/preview': backupWish,
  'backups/restore': backupWish,
  'backups/choose': nothing,
  'backups/own-folder': nothing,
  'backups/erase': nothing,
  'command/undo': nothing,
  'command/redo': nothing,
  'access/sign-in': z.object({ username: z.string().max(100), password: z.string().min(1).max(200) }),
  'access/sign-out': nothing,
  'sync/now': nothing,
  'files/save': z.object({
    name: fileName('json|csv|txt|xlsx|ics'),
    content: z.string().max(40_000_000),
    base64: z.boolean(),
  }),
  'print/pdf': z.object({ name: fileName('pdf'), document: printDocumentSchema }),
  'reminders/tell': z.object({
    key: reminderKey,
    title: z.string().min(1).max(300),
    body: z.string().max(1000),
    read: z.string().min(1).max(100),
  }),
  'reminders/read': z.object({ key: reminderKey }),
  'calendar/choose': z.object({ name: fileName('ics'), content: calendarContent }),
  'calendar/update': z.object({ content: calendarContent }),
  'calendar/stop': nothing,
  'diagnostics/save': nothing,
  'window/new': nothing,
  'program/at-login': z.object({ wanted: z.boolean().nullable() }),
  'program/show-file': z.object({ path: z.string().min(1).max(longestPath) }),
  'window/keep': z.object({ text: z.string().max(longestKept) }),
  'simulator/state': nothing,
  'simulator/act': simulatorActionSchema,
  'account/read': z.object({
    serviceId: serviceIdSchema,
    credentials: credentials.nullable(),
    keep: z.boolean(),
    premium: z.boolean(),
  }),
  'account/stop': nothing,
  'account/standing': nothing,
  'account/forget': z.object({ serviceId: serviceIdSchema }),
};
