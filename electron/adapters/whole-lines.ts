// A file of lines, as bytes.

const lineBreak = 10;

/**
 * The whole lines of a file. What a crash left of a last line is left out: its start, without the line break,
 * or a line with zeros in it. Some disks grow a file before they write what it holds, and write the end of a
 * line before its start. No line holds a zero.
 */
export function wholeLines(bytes: Uint8Array): Uint8Array {
  const lines = bytes.subarray(0, bytes.lastIndexOf(lineBreak) + 1);
  const lastLine = lines.subarray(0, -1).lastIndexOf(lineBreak) + 1;
  return lines.includes(0, lastLine) ? lines.subarray(0, lastLine) : lines;
}

/** The texts of whole lines. */
export function textsOf(lines: Uint8Array): readonly string[] {
  const text = new TextDecoder('utf-8', { ignoreBOM: true }).decode(lines);
  return text === '' ? [] : text.slice(0, -1).split('\n');
}
