import { Secret, TOTP } from 'otpauth';

/** A new secret for an app that shows codes (RFC 6238), and the address that its picture holds. */
export function newCodeSecret(
  studio: string,
  name: string,
): { readonly secret: string; readonly uri: string } {
  const secret = new Secret({ size: 20 });
  const issuer = `Allinea ${studio}`.trim();
  return { secret: secret.base32, uri: new TOTP({ issuer, label: name, secret }).toString() };
}
