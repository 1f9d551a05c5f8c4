const letters = 'ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789+/';
const values = new Uint8Array(256).fill(255);
for (let index = 0; index < letters.length; index += 1) values[letters.charCodeAt(index)] = index;

const [padding, minus, underscore] = [61, 45, 95];
const isBlank = (byte: number): boolean => byte === 32 || (byte >= 9 && byte <= 13);

/** The bytes of a base64 text with line breaks. Undefined if anything else stands in it. */
export function fromBase64(text: Uint8Array): Uint8Array | undefined {
  const bytes = new Uint8Array(Math.floor((text.length * 3) / 4));
  let [length, bits, held] = [0, 0, 0];
  let ended = false;
  for (const byte of text) {
    if (isBlank(byte)) continue;
    if (byte === padding) {
      ended = true;
      continue;
    }
    const value = values[byte === minus ? 43 : byte === underscore ? 47 : byte] ?? 255;
    if (value === 255 || ended) return undefined;
    bits = ((bits << 6) | value) & 0xff_ffff;
    held += 6;
    if (held >= 8) {
      held -= 8;
      bytes[length] = (bits >>> held) & 255;
      length += 1;
    }
  }
  return bytes.subarray(0, length);
}
