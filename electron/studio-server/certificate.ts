// The server's own certificate, made once. Nobody vouches for it: desks know it by its fingerprint, which
// travels in the link of the invitation. Node makes no certificates, and the libraries that do bring a
// framework with them; this is the one form that is needed here, written with asn1js and checked by Node.
import { createHash, generateKeyPairSync, randomBytes, sign, X509Certificate } from 'node:crypto';
import { existsSync, mkdirSync, readFileSync, renameSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import {
  BitString,
  Boolean as Asn1Boolean,
  Constructed,
  fromBER,
  GeneralizedTime,
  Integer,
  ObjectIdentifier,
  OctetString,
  Sequence,
  Set as Asn1Set,
  Utf8String,
} from 'asn1js';

export interface OwnCertificate {
  readonly cert: Buffer;
  readonly key: Buffer;
  /** The SHA-256 of the certificate, in base64url. */
  readonly fingerprint: string;
}

const ecdsaWithSha256 = '1.2.840.10045.4.3.2';
const commonName = '2.5.4.3';
const basicConstraints = '2.5.29.19';

const oid = (value: string): ObjectIdentifier => new ObjectIdentifier({ value });
const sequence = (...value: readonly unknown[]): Sequence => new Sequence({ value: [...value] as never });

const nameOf = (text: string): Sequence =>
  sequence(new Asn1Set({ value: [sequence(oid(commonName), new Utf8String({ value: text }))] }));

const constructed = (tag: number, value: unknown): Constructed =>
  new Constructed({ idBlock: { tagClass: 3, tagNumber: tag }, value: [value] as never });

/** The SHA-256 of a certificate in DER, in base64url. */
const fingerprintOf = (certificate: Uint8Array): string =>
  createHash('sha256').update(certificate).digest('base64url');

/** Makes a certificate of version 3 (RFC 5280) with an ECDSA key on P-256, signed by itself. */
function makeCertificate(from: Date, until: Date): { readonly cert: string; readonly key: string } {
  const { publicKey, privateKey } = generateKeyPairSync('ec', { namedCurve: 'P-256' });
  const name = nameOf('Allinea');
  const algorithm = sequence(oid(ecdsaWithSha256));
  // A serial number is positive: its first bit is 0.
  const serial = randomBytes(16);
  serial[0] = ((serial[0] ?? 0) & 0x7f) | 0x01;
  const noAuthority = new OctetString({ valueHex: sequence().toBER() });
  const signed = sequence(
    constructed(0, new Integer({ value: 2 })),
    new Integer({ valueHex: new Uint8Array(serial).buffer }),
    algorithm,
    name,
    sequence(new GeneralizedTime({ valueDate: from }), new GeneralizedTime({ valueDate: until })),
    name,
    fromBER(new Uint8Array(publicKey.export({ type: 'spki', format: 'der' }))).result,
    constructed(3, sequence(sequence(oid(basicConstraints), new Asn1Boolean({ value: true }), noAuthority))),
  );
  const signature = sign('sha256', new Uint8Array(signed.toBER()), privateKey);
  const whole = sequence(signed, algorithm, new BitString({ valueHex: new Uint8Array(signature).buffer }));
  const base64 = Buffer.from(whole.toBER()).toString('base64').replaceAll(/.{64}/g, '$&\n').trim();
  return {
    cert: `-----BEGIN CERTIFICATE-----\n${base64}\n-----END CERTIFICATE-----\n`,
    key: privateKey.export({ type: 'pkcs8', format: 'pem' }).toString(),
  };
}

const years = 20;

/** Reads the certificate of a folder, and makes it there at the first start. */
export function ownCertificate(folder: string, now: number): OwnCertificate {
  const file = join(folder, 'certificate.pem');
  if (!existsSync(file)) {
    mkdirSync(folder, { recursive: true });
    const from = new Date(now - 24 * 60 * 60_000);
    const until = new Date(now);
    until.setUTCFullYear(until.getUTCFullYear() + years);
    const made = makeCertificate(from, until);
    // One file: a crash leaves both or none.
    writeFileSync(`${file}.new`, `${made.cert}${made.key}`, { mode: 0o600, flush: true });
    renameSync(`${file}.new`, file);
  }
  const pem = readFileSync(file);
  return { cert: pem, key: pem, fingerprint: fingerprintOf(new X509Certificate(pem).raw) };
}
