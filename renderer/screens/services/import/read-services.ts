import type { Day } from '../../../../core/kernel/day.ts';
import { finish } from '../../../../core/kernel/steps.ts';
import type { ServiceKind } from '../../../../core/catalog/item.ts';
import { textSheets } from '../../../../core/formats/spreadsheet/csv.ts';
import { openList } from '../../../../core/formats/spreadsheet/open-list.ts';
import type { SheetSource } from '../../../../core/formats/spreadsheet/sheet.ts';
import { largestStaffList, type OpenDecoder } from '../../../../core/formats/spreadsheet/text-encoding.ts';
import type { ServiceColumnChoices } from '../../../../core/register/import/columns.ts';
import type { DateOrder } from '../../../../core/register/import/read-day.ts';
import { readPastedServices, type PastedService } from '../../../../core/register/import/read-pasted.ts';
import {
  readServiceList,
  type ServiceList,
  type ServiceListRefusal,
} from '../../../../core/register/import/read-service-list.ts';
import { text } from '../../../text/text.ts';

/** What a person answered about a list. */
export interface ListAnswers {
  readonly columns: ServiceColumnChoices;
  readonly dateOrder: DateOrder | null;
  readonly kind: ServiceKind | null;
}

export const noAnswers: ListAnswers = { columns: new Map(), dateOrder: null, kind: null };

type MissingColumns = Extract<ServiceListRefusal, { reason: 'missing-columns' }>;

/** A list or a paste after reading; or what must be answered first; or the sentence that says why not. */
export type ServiceReading =
  | {
      readonly kind: 'list';
      readonly name: string;
      readonly sources: readonly SheetSource[];
      readonly list: ServiceList;
    }
  | {
      readonly kind: 'columns';
      readonly name: string;
      readonly sources: readonly SheetSource[];
      readonly missing: MissingColumns;
    }
  | { readonly kind: 'paste'; readonly pasted: string; readonly services: readonly PastedService[] }
  | { readonly kind: 'refused'; readonly name: string; readonly sentence: string };

const openDecoder: OpenDecoder = (encoding, options) => new TextDecoder(encoding, options);

const refused = (name: string, sentence: string): ServiceReading => ({ kind: 'refused', name, sentence });

/** Reads an opened list with the person's answers. */
export function readSources(
  name: string,
  sources: readonly SheetSource[],
  answers: ListAnswers,
  today: Day,
): ServiceReading {
  const read = finish(readServiceList(sources, { today, ...answers }));
  if (read.ok) return { kind: 'list', name, sources, list: read.value };
  if (read.error.reason === 'missing-columns') return { kind: 'columns', name, sources, missing: read.error };
  return refused(
    name,
    read.error.reason === 'empty-list'
      ? text('service-refusal.empty-list')
      : text(`file.${read.error.reason}`),
  );
}

/** Reads a file that the person chose or dropped. */
export async function readServiceFile(file: File, today: Day): Promise<ServiceReading> {
  const { name } = file;
  const tooLarge = text('file.too-large', { most: Math.round(largestStaffList / 1_000_000) });
  if (file.size > largestStaffList) return refused(name, tooLarge);
  let bytes: Uint8Array;
  try {
    bytes = new Uint8Array(await file.arrayBuffer());
  } catch {
    return refused(name, text('file.unreadable'));
  }
  const opened = finish(openList(bytes, openDecoder));
  if (opened.ok) return readSources(name, opened.value.sources, noAnswers, today);
  const { error } = opened;
  if (error.reason === 'too-large') return refused(name, tooLarge);
  if (error.reason === 'binary-file')
    return refused(name, text(error.kind === 'xls' ? 'file.binary.xls' : 'file.binary.other'));
  return refused(name, text(`file.${error.reason}`));
}

/** Copied cells have tabs, and a CSV has several separators in its first line; anything else is a page. */
const isTable = (pasted: string): boolean => {
  const first = pasted.trim().split('\n')[0] ?? '';
  return first.includes('\t') || first.split(';').length > 2;
};

/** Reads a pasted text: cells of a sheet as a list, anything else as a page of Aruba's. */
export function readServicePaste(pasted: string, today: Day): ServiceReading {
  const name = text('service-import.pasted');
  if (isTable(pasted)) return readSources(name, textSheets(pasted), noAnswers, today);
  const read = readPastedServices(pasted, today);
  if (!read.ok)
    return refused(
      name,
      text(
        read.error.reason === 'empty-paste'
          ? 'service-refusal.empty-paste'
          : 'service-refusal.too-large-paste',
      ),
    );
  const services = read.value.filter(({ found }) => found.length > 0);
  return services.length === 0
    ? refused(name, text('service-refusal.nothing'))
    : { kind: 'paste', pasted, services };
}
