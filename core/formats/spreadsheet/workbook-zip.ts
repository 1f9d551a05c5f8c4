import { err, ok, type Result } from '../../kernel/result.ts';
import type { Steps } from '../../kernel/steps.ts';
import { listZip, unpack, type ZipEntry, type ZipRefusal } from '../zip/zip.ts';
import type { SheetRefusal } from './sheet.ts';

/** The most bytes that one file of a workbook may unpack to: some 200,000 rows of a staff list. */
const largestPart = 100_000_000;

/** The files of a workbook, by name. Nothing is unpacked yet. */
export type WorkbookParts = ReadonlyMap<string, ZipEntry>;

const asWorkbook: Readonly<Record<ZipRefusal['reason'], SheetRefusal['reason']>> = {
  'damaged-zip': 'damaged-workbook',
  'protected-zip': 'protected-workbook',
  'zip-too-large': 'workbook-too-large',
};

/** Lists the files of a workbook. Refuses a zip that is damaged, or packed in a way that no workbook is. */
export function listParts(bytes: Uint8Array): Result<WorkbookParts, SheetRefusal> {
  const list = listZip(bytes);
  if (!list.ok || list.value.entries.some(({ method }) => method === 'other'))
    return err({ reason: 'damaged-workbook' });
  return ok(new Map(list.value.entries.map((entry) => [entry.name, entry])));
}

/** Unpacks one file of a workbook, one slice in each step. */
export function* unpackPart(
  bytes: Uint8Array,
  entry: ZipEntry,
  most = largestPart,
): Steps<Result<Uint8Array, SheetRefusal>> {
  const unpacked = yield* unpack(bytes, entry, most);
  return unpacked.ok ? unpacked : err({ reason: asWorkbook[unpacked.error.reason] });
}
