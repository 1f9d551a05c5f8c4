// Passwords as hashes of argon2id, and the codes of an app (RFC 6238).
import { randomBytes, timingSafeEqual } from 'node:crypto';
import { argon2idAsync } from '@noble/hashes/argon2.js';
import { TOTP } from 'otpauth';
import type { CodeStep, Passwords } from '../../core/shared/server/sign-in.ts';

/** What OWASP asks for at least: 19 MiB, two passes, one lane. */
const cost = { m: 19_456, t: 2, p: 1 };
const shape = /^\$argon2id\$v=19\$m=(\d{1,6}),t=(\d{1,2}),p=(\d{1,2})\$([\w+/]{11,86})\$([\w+/]{43})$/;

const text = (bytes: Uint8Array): string => Buffer.from(bytes).toString('base64').replaceAll('=', '');

/** In the form in which such hashes are stored everywhere (PHC), with their cost: it can be raised later. */
export const argonPasswords: Passwords = {
  async hash(password) {
    const salt = randomBytes(16);
    const hash = await argon2idAsync(password.normalize('NFC'), salt, cost);
    return `$argon2id$v=19$m=${cost.m},t=${cost.t},p=${cost.p}$${text(salt)}$${text(hash)}`;
  },
  async matches(stored, password) {
    const [, m, t, p, salt = '', hash = ''] = shape.exec(stored) ?? [];
    if (hash === '') throw new Error('This is no hash of argon2id');
    const of = { m: Number(m), t: Number(t), p: Number(p) };
    const made = await argon2idAsync(password.normalize('NFC'), Buffer.from(salt, 'base64'), of);
    return timingSafeEqual(made, Buffer.from(hash, 'base64'));
  },
};

const period = 30;

/** The codes of the half minutes before and after count, too: clocks of telephones differ. */
export const codeStep: CodeStep = (secret, code, now) => {
  const delta = new TOTP({ secret, period }).validate({ token: code, timestamp: now, window: 1 });
  return delta === null ? null : Math.floor(now / 1000 / period) + delta;
};
