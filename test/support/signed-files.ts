// CMS signed data made by hand, byte by byte: openssl's own files are in test/samples/signed.
const bytesOf = (...parts: readonly (Uint8Array | readonly number[])[]): Uint8Array => {
  const whole = new Uint8Array(parts.reduce((sum, part) => sum + part.length, 0));
  let at = 0;
  for (const part of parts) {
    whole.set(part, at);
    at += part.length;
  }
  return whole;
};

function lengthOf(length: number): readonly number[] {
  if (length < 128) return [length];
  const bytes: number[] = [];
  for (let rest = length; rest > 0; rest = Math.floor(rest / 256)) bytes.unshift(rest % 256);
  return [0x80 + bytes.length, ...bytes];
}

const definite = (tag: number, ...parts: readonly (Uint8Array | readonly number[])[]): Uint8Array => {
  const content = bytesOf(...parts);
  return bytesOf([tag], lengthOf(content.length), content);
};
const open = (tag: number, ...parts: readonly (Uint8Array | readonly number[])[]): Uint8Array =>
  bytesOf([tag, 0x80], ...parts, [0, 0]);

const oid = (last: number): Uint8Array => definite(6, [0x2a, 0x86, 0x48, 0x86, 0xf7, 0x0d, 0x01, 0x07, last]);
const version = [2, 1, 1];
const none = definite(0x31);

/** Signed data in DER. There is no signer: the reader does not ask for one. */
export const derSigned = (content: Uint8Array): Uint8Array =>
  definite(
    0x30,
    oid(2),
    definite(
      0xa0,
      definite(0x30, version, none, definite(0x30, oid(1), definite(0xa0, definite(4, content))), none),
    ),
  );

/** Signed data in BER: open lengths, and the content in chunks. */
export function berSigned(content: Uint8Array, chunk: number): Uint8Array {
  const chunks: Uint8Array[] = [];
  for (let at = 0; at < content.length; at += chunk)
    chunks.push(definite(4, content.subarray(at, at + chunk)));
  return open(
    0x30,
    oid(2),
    open(0xa0, open(0x30, version, none, open(0x30, oid(1), open(0xa0, open(0x24, ...chunks))), none)),
  );
}

/** Base64 in lines, with or without PEM lines. */
export function base64Signed(
  content: Uint8Array,
  { pem, width }: { pem: boolean; width: number },
): Uint8Array {
  const text = Buffer.from(derSigned(content)).toString('base64');
  const lines = width === 0 ? [text] : (text.match(new RegExp(`.{1,${width}}`, 'g')) ?? []);
  const all = pem ? ['-----BEGIN PKCS7-----', ...lines, '-----END PKCS7-----', ''] : lines;
  return new TextEncoder().encode(all.join('\r\n'));
}
