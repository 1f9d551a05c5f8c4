import type { FactSource } from '../../../../core/register/fact.ts';
import type { Compared } from '../../../../core/register/difference.ts';
import type { Field, ServiceDetails } from '../../../../core/register/fields.ts';
import type { ServiceReading } from './read-services.ts';

/** One service of a list or of a paste, in the form that the difference compares. */
export interface IncomingService {
  readonly details: ServiceDetails;
  readonly source: FactSource;
  readonly evidence: { readonly [F in Field]?: string };
  readonly doubts: readonly ('long-expired' | 'far-expiry')[];
}

const mostEvidence = 500;

/** The services of a reading. */
export function incomingServices(reading: ServiceReading): readonly IncomingService[] {
  if (reading.kind === 'list')
    return reading.list.rows.map(({ row, details, cells, doubts }) => ({
      details,
      source: { kind: 'sheet', file: reading.name, row },
      evidence: cells,
      doubts,
    }));
  if (reading.kind !== 'paste') return [];
  return reading.services.map(({ details, found }) => ({
    details,
    source: { kind: 'paste' },
    evidence: Object.fromEntries(
      found
        .filter(({ field }) => field !== 'state')
        .map(({ field, from, to }) => [field, reading.pasted.slice(from, to).trim().slice(0, mostEvidence)]),
    ),
    doubts: [],
  }));
}

/** The first thing that a new service lacks; undefined if it can be recorded. */
export function lackOf({ about, row }: Compared<IncomingService>): 'holder' | 'kind' | 'expiry' | undefined {
  if (about !== null) return undefined;
  return (['holder', 'kind', 'expiry'] as const).find((field) => row.details[field] === undefined);
}
