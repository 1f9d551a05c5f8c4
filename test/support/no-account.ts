import type { AccountPorts } from '../../core/account/account-ports.ts';

/** A program that must not read from Aruba: asking for the means is a failure. */
export const noAccount = (): AccountPorts => {
  throw new Error('nothing may be read from Aruba here');
};
