import type { ShownReading } from '../../../core/bridge/account.ts';
import type { ServiceId } from '../../../core/kernel/id.ts';
import { isVatCode } from '../../../core/kernel/vat-code.ts';
import { changedFields } from '../../../core/register/difference.ts';
import type { ServiceDetails } from '../../../core/register/fields.ts';
import type { Registered } from '../../../core/register/fold.ts';
import type { IncomingService, Row } from '../services/import/entries.ts';

/** The call that the values come from: the source of each fact. */
const source = { kind: 'aruba', endpoint: '/auth/userInfo' } as const;

/**
 * What Aruba says of a service, in the form that the difference compares. Users and modules are never in it.
 */
function proposedService({ info }: ShownReading, id: ServiceId, { known }: Registered): IncomingService {
  const vatCode =
    known.vatCode === undefined && info.vatCode !== null && isVatCode(info.vatCode)
      ? info.vatCode
      : undefined;
  const details: ServiceDetails = {
    // Only named, so that the row has the name of the service: it is what the register says already.
    holder: known.holder?.value,
    vatCode,
    expiry: info.expiry?.day ?? undefined,
    usedSpaceKB: info.usedSpaceKB ?? undefined,
    maxSpaceKB: info.maxSpaceKB ?? undefined,
  };
  return {
    key: id,
    rows: [],
    details,
    source,
    evidence: {
      ...(vatCode === undefined ? {} : { vatCode }),
      ...(info.expiry === null ? {} : { expiry: info.expiry.text }),
      ...(info.usedSpaceKB === null ? {} : { usedSpaceKB: `${info.usedSpaceKB} KB` }),
      ...(info.maxSpaceKB === null ? {} : { maxSpaceKB: `${info.maxSpaceKB} KB` }),
    },
    doubts: [],
    corrected: false,
  };
}

/** The same beside what the register knows. */
export const proposedRow = (reading: ShownReading, registered: Registered): Row => {
  const row = proposedService(reading, registered.id, registered);
  return { row, about: registered.id, changed: changedFields(registered, row.details) };
};

/** Fields whose tick is off at first: a person looks before. */
export const unsureFields = ({ info, identity }: ShownReading, { changed }: Row): readonly string[] =>
  changed
    .map(({ field }) => field)
    .filter((field) => identity === 'unsaid' || (field === 'expiry' && info.expiry?.written !== null));
