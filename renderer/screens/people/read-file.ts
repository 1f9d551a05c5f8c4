import { readStaffList, type StaffList } from '../../../core/people/import-people.ts';
import { decodeStaffList, largestStaffList, type TextEncoding } from '../../../core/people/text-encoding.ts';
import { text } from '../../text/text.ts';

/** A staff list as read from a file, or the sentence that says why it cannot be used. */
export type FileReading =
  | { readonly kind: 'list'; readonly name: string; readonly encoding: TextEncoding; readonly list: StaffList }
  | { readonly kind: 'refused'; readonly name: string; readonly sentence: string };

/** Reads a file that the person chose or dropped; nothing of it leaves the screen before it is confirmed. */
export async function readFile(file: File): Promise<FileReading> {
  const refused = (sentence: string): FileReading => ({ kind: 'refused', name: file.name, sentence });
  const tooLarge = text('file.too-large', { most: Math.round(largestStaffList / 1_000_000) });
  if (file.size > largestStaffList) return refused(tooLarge);
  let bytes: Uint8Array;
  try {
    bytes = new Uint8Array(await file.arrayBuffer());
  } catch {
    return refused(text('file.unreadable'));
  }
  const decoded = decodeStaffList(bytes);
  if (!decoded.ok) {
    const { error } = decoded;
    if (error.reason === 'empty-file') return refused(text('file.empty-file'));
    if (error.reason === 'too-large') return refused(tooLarge);
    return refused(text(error.kind === 'xlsx' || error.kind === 'xls' ? `file.binary.${error.kind}` : 'file.binary.other'));
  }
  const list = readStaffList(decoded.value.text);
  if (!list.ok) {
    const missing = list.error.missing.map((column) => text(`field.${column}`)).join(', ');
    return refused(text('file.missing-columns', { missing, found: list.error.found.join(', ') || '–' }));
  }
  return { kind: 'list', name: file.name, encoding: decoded.value.encoding, list: list.value };
}
