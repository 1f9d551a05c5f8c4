import { sum, type Cents } from '../../kernel/cents.ts';
import type { Day } from '../../kernel/day.ts';
import { groupBy } from '../../kernel/group-by.ts';
import type { ServiceId } from '../../kernel/id.ts';
import type { Arrangement } from '../../register/arrangement.ts';
import { compareNames } from '../../register/arranged-by.ts';
import { clientKey } from '../../services/service.ts';
import type { AppState } from '../rows/state.ts';
import { eachPayment, type Paid } from './renewal-money.ts';
import type { PlannedRenewal } from './renewal-plan.ts';

/**
 * Who bears a renewal. `recharge`: the firm advances it for a client. `client`: the client pays. `unclear`:
 * nobody has said who pays. `own`: the firm pays for itself, so there is nobody to recharge.
 */
export const bearers = ['recharge', 'client', 'unclear', 'own'] as const;
export type Bearer = (typeof bearers)[number];

interface Amounts {
  readonly net: Cents;
  readonly vat: Cents;
  readonly gross: Cents;
}

/** A renewal with the day on which the plan pays it. */
export interface PaidRenewal {
  readonly on: Day;
  readonly renewal: PlannedRenewal;
}

/** The renewals of one client that one side bears. */
export interface ClientShare extends Amounts {
  readonly key: string;
  readonly holder: string;
  readonly vatCode: string;
  readonly renewals: readonly PaidRenewal[];
}

/** All clients whose renewals one side bears. */
export interface BearerShare extends Amounts {
  readonly bearer: Bearer;
  readonly clients: readonly ClientShare[];
  readonly renewals: number;
}

export interface Recharge extends Amounts {
  /** Only sides that bear something, in the order of `bearers`. */
  readonly shares: readonly BearerShare[];
  readonly renewals: number;
}

const totalled = (parts: readonly Amounts[]): Amounts => ({
  net: sum(parts.map(({ net }) => net)),
  vat: sum(parts.map(({ vat }) => vat)),
  gross: sum(parts.map(({ gross }) => gross)),
});

function clientShare(key: string, vatCode: string, renewals: readonly PaidRenewal[]): ClientShare {
  const sorted = [...renewals].sort(
    (a, b) => (a.on < b.on ? -1 : +(a.on > b.on)) || (a.renewal.id < b.renewal.id ? -1 : 1),
  );
  const names = renewals.map(({ renewal }) => renewal.holder).sort(compareNames);
  return {
    key,
    vatCode,
    holder: names[0] ?? '',
    renewals: sorted,
    ...totalled(renewals.map(({ renewal }) => renewal)),
  };
}

/**
 * What the firm advances for its clients and can recharge (rule J5), beside what clients pay themselves and
 * what is unclear. Every payment of the plan is in exactly one share, so all shares sum to the plan's total.
 * `year` keeps only the payments of one calendar year; null keeps all. Missed renewals are not payments. One
 * VAT number is one client.
 */
export function recharge(
  { replica, workspace }: Pick<AppState, 'replica' | 'workspace'>,
  plan: Paid,
  arrangementOf: (id: ServiceId) => Arrangement,
  year: string | null,
): Recharge {
  const firmVatCode = workspace.firm.get('firm')?.payer.vatCode ?? '';
  const vatCodeOf = (id: ServiceId): string => replica.services.get(id)?.vatCode ?? '';
  const clientOf = ({ serviceId, holder }: PlannedRenewal): string =>
    clientKey({ vatCode: vatCodeOf(serviceId), holder });

  function bearerOf({ serviceId }: PlannedRenewal): Bearer {
    const { payer } = arrangementOf(serviceId);
    if (payer === null) return 'unclear';
    if (payer === 'client') return 'client';
    return firmVatCode !== '' && vatCodeOf(serviceId) === firmVatCode ? 'own' : 'recharge';
  }

  const paid: { readonly on: Day; readonly renewal: PlannedRenewal }[] = [];
  eachPayment(plan, (on, renewal) => {
    if (year === null || on.startsWith(year)) paid.push({ on, renewal });
  });
  const byBearer = groupBy(paid, ({ renewal }) => bearerOf(renewal));
  const shares = bearers.flatMap((bearer): readonly BearerShare[] => {
    const borne = byBearer.get(bearer);
    if (borne === undefined) return [];
    const clients = [...groupBy(borne, ({ renewal }) => clientOf(renewal))]
      .map(([key, own]) =>
        clientShare(key, own[0] === undefined ? '' : vatCodeOf(own[0].renewal.serviceId), own),
      )
      .sort((a, b) => compareNames(a.holder, b.holder) || (a.key < b.key ? -1 : 1));
    return [{ bearer, clients, renewals: borne.length, ...totalled(clients) }];
  });
  return { shares, renewals: paid.length, ...totalled(shares) };
}
