import type { Cents } from '../../kernel/cents.ts';
import { clientKey } from '../../services/service.ts';
import type { AppState } from '../rows/state.ts';
import { payments, type Paid } from './renewal-money.ts';

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
export function monthsByClient(
  { services }: Pick<AppState['replica'], 'services'>,
  plan: Paid,
  most: number,
): MonthsByClient {
  const keys = new Map<string, string>();
  const sums = new Map<string, { readonly key: string; readonly holder: string; gross: number }>();
  for (const { renewal } of payments(plan)) {
    const { serviceId, holder, gross } = renewal;
    let key = keys.get(serviceId);
    if (key === undefined) {
      key = clientKey({ vatCode: services.get(serviceId)?.vatCode ?? '', holder });
      keys.set(serviceId, key);
    }
    const sum = sums.get(key);
    if (sum === undefined) sums.set(key, { key, holder, gross });
    else sum.gross += gross;
  }
  const sorted = [...sums.values()].sort((a, b) => b.gross - a.gross || (a.holder < b.holder ? -1 : 1));
  const clients = sorted.slice(0, most);
  const place = new Map(clients.map(({ key }, index) => [key, index]));
  const months = new Map<string, number[]>();
  for (const { on, renewal } of payments(plan)) {
    const month = on.slice(0, 7);
    const parts = months.get(month) ?? Array<number>(clients.length + 1).fill(0);
    const at = place.get(keys.get(renewal.serviceId) ?? '') ?? clients.length;
    parts[at] = (parts[at] ?? 0) + renewal.gross;
    months.set(month, parts);
  }
  return {
    clients: clients.map(({ gross, ...client }) => ({ ...client, gross: gross as Cents })),
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
