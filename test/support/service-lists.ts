// Reads a list of services at once. The screen reads it in steps.
import { finish } from '../../core/kernel/steps.ts';
import { textSheets } from '../../core/formats/spreadsheet/csv.ts';
import { openList } from '../../core/formats/spreadsheet/open-list.ts';
import type { SheetSource } from '../../core/formats/spreadsheet/sheet.ts';
import {
  readServiceList,
  type ServiceList,
  type ServiceListOptions,
} from '../../core/register/import/read-service-list.ts';
import { openDecoder } from './open-decoder.ts';
import { day } from './samples.ts';

export const today = day('24/11/2026');

const plainOptions: ServiceListOptions = { today, columns: new Map(), dateOrder: null };

type Options = Partial<ServiceListOptions>;

const readSources = (sources: readonly SheetSource[], options: Options) =>
  finish(readServiceList(sources, { ...plainOptions, ...options }));

/** The list in a text, or the refusal. */
export const serviceReading = (text: string, options: Options = {}) => readSources(textSheets(text), options);

/** The list in lines of a text. Throws if it is refused. */
export function serviceList(lines: string | readonly string[], options: Options = {}): ServiceList {
  const reading = serviceReading(typeof lines === 'string' ? lines : lines.join('\n'), options);
  if (!reading.ok) throw new Error(JSON.stringify(reading.error).slice(0, 300));
  return reading.value;
}

/** The list in the bytes of a file, or the reason of the refusal. */
export function serviceListIn(bytes: Uint8Array, options: Options = {}) {
  const opened = finish(openList(bytes, openDecoder));
  if (!opened.ok) return { refused: opened.error.reason } as const;
  const reading = readSources(opened.value.sources, options);
  return reading.ok ? reading.value : ({ refused: reading.error.reason } as const);
}
