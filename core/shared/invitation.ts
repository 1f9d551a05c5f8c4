// The link of an invitation. Whoever gets it can join a shared studio once.

/** Where an invitation leads: the server, the studio on it, and the code that works once. */
export interface Invitation {
  readonly address: string;
  readonly studio: string;
  readonly code: string;
  /** The SHA-256 of the server's own certificate, in base64url. Null if the computers trust it anyway. */
  readonly fingerprint: string | null;
}

const linkShape = /^(https?:\/\/[^\s/?#]{1,200})\/([\w-]{1,100})#([\w-]{20,100})(?:\.([\w-]{43}))?$/;
const onThisComputer = /^http:\/\/(?:127\.0\.0\.1|localhost|\[::1\])(?::\d{1,5})?$/;

export const invitationLink = ({ address, studio, code, fingerprint }: Invitation): string =>
  `${address}/${studio}#${code}${fingerprint === null ? '' : `.${fingerprint}`}`;

/** Reads a link. Without https only on this very computer: elsewhere the code would travel readable. */
export function readInvitation(link: string): Invitation | undefined {
  const [, address, studio, code, fingerprint = null] = linkShape.exec(link.trim()) ?? [];
  if (address === undefined || studio === undefined || code === undefined) return undefined;
  return address.startsWith('https:') || onThisComputer.test(address)
    ? { address, studio, code, fingerprint }
    : undefined;
}
