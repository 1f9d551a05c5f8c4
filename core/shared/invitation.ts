// The links that lead to a shared studio: of an invitation, which works once, and of the studio itself, for
// whoever has a password.

/** Where a link leads: the server, and the studio on it. */
export interface StudioPlace {
  readonly address: string;
  readonly studio: string;
  /** The SHA-256 of the server's own certificate, in base64url. Null if the computers trust it anyway. */
  readonly fingerprint: string | null;
}

/** `code`: works once. */
export interface Invitation extends StudioPlace {
  readonly code: string;
}

const linkShape = /^(https?:\/\/[^\s/?#]{1,200})\/([\w-]{1,100})(?:#([\w-]{20,100})?(?:\.([\w-]{43}))?)?$/;
const onThisComputer = /^http:\/\/(?:127\.0\.0\.1|localhost|\[::1\])(?::\d{1,5})?$/;

const mark = (fingerprint: string | null): string => (fingerprint === null ? '' : `.${fingerprint}`);

export const invitationLink = ({ address, studio, code, fingerprint }: Invitation): string =>
  `${address}/${studio}#${code}${mark(fingerprint)}`;

export const studioLink = ({ address, studio, fingerprint }: StudioPlace): string =>
  `${address}/${studio}${fingerprint === null ? '' : `#${mark(fingerprint)}`}`;

/**
 * Reads a link. `code`: null for the link of a studio. Without https only on this very computer: elsewhere
 * codes and passwords would travel readable.
 */
export function readStudioLink(link: string): (StudioPlace & { readonly code: string | null }) | undefined {
  const [, address, studio, code = null, fingerprint = null] = linkShape.exec(link.trim()) ?? [];
  if (address === undefined || studio === undefined) return undefined;
  return address.startsWith('https:') || onThisComputer.test(address)
    ? { address, studio, code, fingerprint }
    : undefined;
}
