import { shorten } from '../../../../core/formats/spreadsheet/cell.ts';
import type { FactSource } from '../../../../core/register/fact.ts';
import type { Compared } from '../../../../core/register/difference.ts';
import { fields, type Field, type ServiceDetails } from '../../../../core/register/fields.ts';
import type { Steps } from '../../../../core/kernel/steps.ts';
import type { PastedService } from '../../../../core/register/import/read-pasted.ts';
import type { ServiceDoubt, ServiceRow } from '../../../../core/register/import/read-service-list.ts';
import { text } from '../../../text/text.ts';
import type { ServiceReading } from './read-services.ts';

type Evidence = { readonly [F in Field]?: string };

/** One service of a list or of a paste, in the form that the difference compares. */
export interface IncomingService {
  /** Names the service within the list, also after an answer or a correction. */
  readonly key: string;
  /** Its rows in the sheet; empty for a paste. */
  readonly rows: readonly number[];
  readonly details: ServiceDetails;
  readonly source: FactSource;
  readonly evidence: Evidence;
  readonly doubts: readonly ServiceDoubt[];
  /** True if a person corrected one of its rows. */
  readonly corrected: boolean;
}

/** A service of a list or a paste, compared with the register. */
export type Row = Compared<IncomingService>;

const mostEvidence = 500;

/** The evidence of a corrected field says what the list had, and that it was corrected by hand. */
function evidenceOf({ cells, before }: ServiceRow): Evidence {
  if (before === undefined) return cells;
  const corrected = fields
    .filter((field) => before[field] !== undefined && cells[field] !== undefined)
    .map((field) => {
      const was = before[field] === '' ? text('service-import.blank') : before[field];
      const sentence = text('service-import.evidence', { before: was ?? '', after: cells[field] ?? '' });
      return [field, shorten(sentence, mostEvidence)] as const;
    });
  return { ...cells, ...Object.fromEntries(corrected) };
}

/** Rows in one step. */
const slice = 500;

/** The services of a reading, in steps. */
export function* incomingServices(
  reading: Extract<ServiceReading, { kind: 'list' | 'paste' }>,
): Steps<readonly IncomingService[]> {
  if (reading.kind === 'paste')
    return reading.services.map((service, index) => pasted(reading, service, index));
  const { list, name } = reading;
  const services: IncomingService[] = [];
  for (const service of list.rows) {
    if (services.length % slice === 0) yield services.length / list.rows.length;
    services.push({
      key: String(service.row),
      rows: service.rows,
      details: service.details,
      source: { kind: 'sheet', file: name, row: service.row },
      evidence: evidenceOf(service),
      doubts: service.doubts,
      corrected: service.before !== undefined,
    });
  }
  return services;
}

function pasted(
  { pasted: whole }: Extract<ServiceReading, { kind: 'paste' }>,
  { details, found }: PastedService,
  index: number,
): IncomingService {
  return {
    key: String(index),
    rows: [],
    details,
    source: { kind: 'paste' },
    evidence: Object.fromEntries(
      found
        .filter(({ field }) => field !== 'state')
        .map(({ field, from, to }) => [field, whole.slice(from, to).trim().slice(0, mostEvidence)]),
    ),
    doubts: [],
    corrected: false,
  };
}

/** The first thing that a new service lacks; undefined if it can be recorded. */
export function lackOf({ about, row }: Row): 'holder' | 'kind' | 'expiry' | undefined {
  if (about !== null) return undefined;
  return (['holder', 'kind', 'expiry'] as const).find((field) => row.details[field] === undefined);
}

/** The name of a service as the list says it. */
export const nameOf = ({ row: { details }, about }: Row): string =>
  details.holder ?? details.vatCode ?? details.taxCode ?? about ?? '';
