// Joining with a password instead of an invitation: what desks and the server say to each other about it.
import { z } from '../kernel/parse.ts';
import { shortestPassword } from './members.ts';
import { isStorable, storableText } from './storable.ts';

const passwordSchema = z.string().min(shortestPassword).max(200);
/** What an app for codes shows: six digits, with a space or not. */
const codeSchema = z
  .string()
  .transform((code) => code.replaceAll(/\s/g, ''))
  .pipe(z.string().regex(/^\d{6}$/));

/** Who signs in. `name`: the name of a member, or the account. `code`: null if there is none. */
export const signInWords = z.object({
  name: z.string().trim().min(1).max(200).refine(isStorable),
  password: z.string().min(1).max(200),
  code: codeSchema.nullable(),
});

export const signInSchema = signInWords.extend({
  client: z.uuid(),
  token: z.string().min(40).max(200),
  computer: storableText(200).default(''),
});
export type SignInWish = z.output<typeof signInSchema>;

/** 403: the password is right. `code-needed`: a code of the app, too. */
export const signInRefusal = z.object({ reason: z.enum(['code-needed', 'wrong-code']) });

/** What a member wants of the own password. `secret`: of the app for codes, in base32. */
export const passwordWishSchema = z.discriminatedUnion('kind', [
  z.object({ kind: z.literal('look') }),
  z.object({ kind: z.literal('set'), password: passwordSchema }),
  z.object({ kind: z.literal('remove') }),
  z.object({ kind: z.literal('code'), secret: z.string().regex(/^[A-Z2-7]{32,64}$/), code: codeSchema }),
  z.object({ kind: z.literal('no-code') }),
]);
export type PasswordWish = z.output<typeof passwordWishSchema>;

/** Whether there is a password and an app, after the wish. `refusal`: why nothing was done. */
export const passwordAnswer = z.object({
  set: z.boolean(),
  code: z.boolean(),
  refusal: z.enum(['wrong-code', 'no-password']).nullable(),
});
export type PasswordAnswer = z.output<typeof passwordAnswer>;
