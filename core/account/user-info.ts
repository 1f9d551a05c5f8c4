import {
  isObject,
  readCode,
  readDay,
  readFlag,
  readKB,
  readNumber,
  readText,
  valueOf,
  type ReadDay,
} from './read-values.ts';

/** What Aruba says of an account (`GET /auth/userInfo`). Null: it says nothing of it. */
export interface UserInfo {
  readonly username: string | null;
  readonly description: string | null;
  readonly vatCode: string | null;
  readonly taxCode: string | null;
  readonly expired: boolean | null;
  readonly expiry: ReadDay | null;
  readonly usedSpaceKB: number | null;
  readonly maxSpaceKB: number | null;
}

/** Undefined if nothing in it is known. */
export function readUserInfo(json: unknown): UserInfo | undefined {
  const account = valueOf(json, 'accountStatus');
  const usage = valueOf(json, 'usageStatus');
  const info: UserInfo = {
    username: readText(valueOf(json, 'username')),
    description: readText(valueOf(json, 'userDescription')),
    vatCode: readCode(valueOf(json, 'vatCode')),
    taxCode: readCode(valueOf(json, 'fiscalCode')),
    expired: readFlag(valueOf(account, 'expired')),
    expiry: readDay(valueOf(account, 'expirationDate')),
    usedSpaceKB: readKB(valueOf(usage, 'usedSpaceKB')),
    maxSpaceKB: readKB(valueOf(usage, 'maxSpaceKB')),
  };
  return Object.values(info).some((value) => value !== null) ? info : undefined;
}

/** A token and how long it lives, by the answer's own `expires_in`. */
export interface Token {
  readonly token: string;
  readonly lifeMs: number;
}

/** Aruba's tokens live half an hour (domain.md 6.2). An answer that says more is not believed. */
const longestLifeMs = 30 * 60_000;
/** A token is given up this long before its end, so that it does not end on the way. */
const toleranceMs = 30_000;

/**
 * The token of a sign-in. Undefined if there is none. The server's own dates (`.issued`, `.expires`) are not
 * read: its clock may differ.
 */
export function readToken(json: unknown): Token | undefined {
  const token = valueOf(json, 'access_token');
  const type = valueOf(json, 'token_type');
  if (!isObject(json) || typeof token !== 'string') return undefined;
  // Anything else in a header would be a second header.
  if (!/^[\x21-\x7e]{1,8192}$/.test(token)) return undefined;
  if (type !== undefined && type !== null && !(typeof type === 'string' && /^bearer$/i.test(type.trim())))
    return undefined;
  const seconds = readNumber(valueOf(json, 'expires_in'));
  const lifeMs = seconds === null ? longestLifeMs : Math.min(seconds * 1000, longestLifeMs);
  return { token, lifeMs: Math.max(0, lifeMs - toleranceMs) };
}
