// The only file that knows Aruba's sign-in host (rule L, domain.md 6.2). Three calls can be asked, no other.

export const accountHost = 'https://auth.fatturazioneelettronica.aruba.it';

const paths = {
  'sign-in': '/auth/signin',
  'user-info': '/auth/userInfo',
  multicedenti: '/auth/multicedenti',
} as const;

/** The panel's user. It is held for one call, unless the person agrees to keep it in the keyring. */
export interface Credentials {
  readonly username: string;
  readonly password: string;
}

export type AccountCall =
  | { readonly kind: 'sign-in'; readonly credentials: Credentials }
  | { readonly kind: 'user-info'; readonly token: string }
  | { readonly kind: 'multicedenti'; readonly token: string; readonly page: number };

export interface AccountRequest {
  readonly method: 'GET' | 'POST';
  /** Path and query, from the host's root. */
  readonly path: string;
  readonly headers: Readonly<Record<string, string>>;
  readonly body?: string;
}

/** Entries of a page of multicedenti: the most that Aruba gives (domain.md 6.3). */
const pageSize = 100;

/** `identity`: a compressed body could grow beyond the limit when it is unpacked. */
const plain = { accept: 'application/json', 'accept-encoding': 'identity' };

/** A call as it goes over the wire. */
export function requestOf(call: AccountCall): AccountRequest {
  if (call.kind === 'sign-in') {
    const { username, password } = call.credentials;
    const form = Object.entries({ grant_type: 'password', username, password });
    return {
      method: 'POST',
      path: paths[call.kind],
      headers: { ...plain, 'content-type': 'application/x-www-form-urlencoded' },
      body: form.map(([name, value]) => `${name}=${encodeURIComponent(value)}`).join('&'),
    };
  }
  const query = call.kind === 'multicedenti' ? `?page=${call.page}&size=${pageSize}` : '';
  return {
    method: 'GET',
    path: `${paths[call.kind]}${query}`,
    headers: { ...plain, authorization: `Bearer ${call.token}` },
  };
}
