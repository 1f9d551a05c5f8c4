import type { SignIn } from '../../core/shared/server/sign-in.ts';

/** Nobody has a password. */
export const noSignIn: SignIn = {
  join: async () => ({ kind: 'not-known' }),
  change: async () => ({ set: false, code: false, refusal: null }),
};
