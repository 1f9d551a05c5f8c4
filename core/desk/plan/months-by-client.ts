import type { Cents } from '../../kernel/cents.ts';
import type { Day } from '../../kernel/day.ts';
import type { ServiceId } from '../../kernel/id.ts';
import { finish, within, type Steps } from '../../kernel/steps.ts';
import { clientKey } from '../../services/service.ts';
import type { AppState } from '../rows/state.ts';
import { eachPaymentInSteps, type Paid } from './renewal-money.ts';
import type { PlannedRenewal } from './renewal-plan.ts';

/** The payments of a plan by month, split among the clients that pay most. Cents, VAT included (rule I4). */
export interface MonthsByClient {
  /** The clients that pay most, the highest sum first. */
  readonly clients: readonly { readonly key: string; readonly holder: string; readonly gross: Cents }[];
  /** How many other clients there are. */
  readonly others: number;
  /** In the order of the months. */
  readonly months: readonly MonthByClient[];
}

export interface MonthByClient {
  /** YYYY-MM. */
  readonly month: string;
  /** One sum for each of the clients, in their order, then that of all others. They add up to `gross`. */
  readonly parts: readonly Cents[];
  readonly gross: Cents;
}

/** Splits the payments of each month among `most` clients and the others. A client is one VAT number. */
export const monthsByClient = (
  replica: Pick<AppState['replica'], 'services'>,
  plan: Paid,
  most: number,
): MonthsByClient => finish(monthsByClientInSteps(replica, plan, most));

/** The same split in steps. */
export function* monthsByClientInSteps(
  { services }: Pick<AppState['replica'], 'services'>,
  plan: Paid,
  most: number,
): Steps<MonthsByClient> {
  interface Client {
    readonly key: string;
    readonly holder: string;
    gross: number;
    /** Which of a month's `parts` holds its payments. */
    place: number;
  }
  const byKey = new Map<string, Client>();
  const byService = new Map<ServiceId, Client>();
  /** Who pays, payment by payment: there may be a hundred thousand. */
  const payers: Client[] = [];
  const know = (_on: Day, { serviceId, holder, gross }: PlannedRenewal): void => {
    let client = byService.get(serviceId);
    if (client === undefined) {
      const key = clientKey({ vatCode: services.get(serviceId)?.vatCode ?? '', holder });
      client = byKey.get(key) ?? { key, holder, gross: 0, place: most };
      byKey.set(key, client);
      byService.set(serviceId, client);
    }
    client.gross += gross;
    payers.push(client);
  };
  yield* within(eachPaymentInSteps(plan, know), 0, 0.6);
  const sorted = [...byKey.values()].sort((a, b) => b.gross - a.gross || (a.holder < b.holder ? -1 : 1));
  const clients = sorted.slice(0, most);
  for (const [place, client] of sorted.entries()) client.place = Math.min(place, clients.length);
  const days = new Map<Day, number[]>();
  const months = new Map<string, number[]>();
  const partsOf = (on: Day): number[] => {
    const month = on.slice(0, 7);
    const parts = months.get(month) ?? Array<number>(clients.length + 1).fill(0);
    months.set(month, parts);
    days.set(on, parts);
    return parts;
  };
  let at = 0;
  const add = (on: Day, { gross }: PlannedRenewal): void => {
    const parts = days.get(on) ?? partsOf(on);
    const { place } = payers[at] as Client;
    parts[place] = (parts[place] ?? 0) + gross;
    at += 1;
  };
  yield* within(eachPaymentInSteps(plan, add), 0.6, 1);
  return {
    clients: clients.map(({ key, holder, gross }) => ({ key, holder, gross: gross as Cents })),
    others: sorted.length - clients.length,
    months: [...months]
      .sort(([a], [b]) => (a < b ? -1 : 1))
      .map(([month, parts]) => ({
        month,
        parts: parts as Cents[],
        gross: parts.reduce((sum, part) => sum + part, 0) as Cents,
      })),
  };
}
