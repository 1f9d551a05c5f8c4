import { err, ok, type Result } from '../../kernel/result.ts';
import type { Steps } from '../../kernel/steps.ts';
import { listZip, unpack, type ZipEntry, type ZipRefusal } from '../zip/zip.ts';
import type { SheetRefusal } from './sheet.ts';

/**
 * The most bytes that one file of a workbook may unpack to, and all that are read together: the rows that the
 * budget allows take less.
 */
const unpackLimits = { part: 60_000_000, together: 120_000_000 } as const;

/** The files of a workbook, by name. Nothing is unpacked yet. */
export type WorkbookParts = ReadonlyMap<string, ZipEntry>;

/** The bytes that may still be unpacked from a workbook. A file that is read twice counts twice. */
export interface UnpackAllowance {
  left: number;
}

export const openAllowance = (): UnpackAllowance => ({ left: unpackLimits.together });

const asWorkbook = {
  'damaged-zip': 'damaged-workbook',
  'protected-zip': 'protected-workbook',
  'zip-too-large': 'workbook-too-large',
} as const satisfies Readonly<Record<ZipRefusal['reason'], SheetRefusal['reason']>>;

/**
 * Lists the files of a workbook. Refuses a zip that is damaged, or packed in a way that no workbook is, or
 * has more files than are listed.
 */
export function listParts(bytes: Uint8Array): Result<WorkbookParts, SheetRefusal> {
  const list = listZip(bytes);
  if (!list.ok || list.value.entries.some(({ method }) => method === 'other'))
    return err({ reason: 'damaged-workbook' });
  if (list.value.more > 0) return err({ reason: 'too-many-parts' });
  return ok(new Map(list.value.entries.map((entry) => [entry.name, entry])));
}

/** Unpacks one file of a workbook, one slice in each step. */
export function* unpackPart(
  bytes: Uint8Array,
  entry: ZipEntry,
  allowance: UnpackAllowance,
): Steps<Result<Uint8Array, SheetRefusal>> {
  const unpacked = yield* unpack(bytes, entry, Math.min(unpackLimits.part, allowance.left));
  if (!unpacked.ok) return err({ reason: asWorkbook[unpacked.error.reason] });
  allowance.left -= unpacked.value.length;
  return unpacked;
}
