import { err, ok, type Result } from '../../kernel/result.ts';
import type { Steps } from '../../kernel/steps.ts';
import { textSheets } from './csv.ts';
import type { SheetRefusal, SheetSource } from './sheet.ts';
import { decodeStaffList, type DecodeRefusal, type OpenDecoder, type TextEncoding } from './text-encoding.ts';
import { openWorkbook } from './xlsx.ts';

/** An opened file: a text with its encoding, or a workbook. */
export interface OpenedList {
  readonly form: TextEncoding | 'xlsx';
  readonly sources: readonly SheetSource[];
}

export type OpenRefusal = DecodeRefusal | SheetRefusal;

/**
 * Opens a list by its bytes, whatever its file name says. Refuses what is
 * neither a text nor a workbook.
 */
export function* openList(
  bytes: Uint8Array,
  openDecoder: OpenDecoder,
): Steps<Result<OpenedList, OpenRefusal>> {
  const decoded = yield* decodeStaffList(bytes, openDecoder);
  if (decoded.ok) return ok({ form: decoded.value.encoding, sources: textSheets(decoded.value.text) });
  if (decoded.error.reason !== 'binary-file' || decoded.error.kind !== 'xlsx') return decoded;
  const sources = yield* openWorkbook(bytes, openDecoder);
  return sources.ok ? ok({ form: 'xlsx', sources: sources.value }) : err(sources.error);
}
