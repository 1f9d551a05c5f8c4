import type { PriceList } from '../../catalog/price-list.ts';
import { err, ok, type Result } from '../../kernel/result.ts';
import { calibrate } from '../../quotes/calibrate.ts';
import type { Command, Refusal } from '../command.ts';
import { cartPricing } from '../cart/decide-cart.ts';
import type { AppState, WorkspaceChange } from '../rows/state.ts';

type Decision = Result<WorkspaceChange[], Refusal>;
type Of<T extends Command['type']> = Extract<Command, { type: T }>;

/**
 * Puts one of the firm's own price lists, new or changed. A version of the vendor's stays as it is, and two
 * lists of the
 * firm never start on one day. Documents are not touched: they froze the list that they used (rule C6).
 */
export function putPriceList(state: AppState, { list }: Of<'price-list/put'>): Decision {
  if (state.replica.priceLists.has(list.version))
    return err({ reason: 'price-list-exists', version: list.version });
  const sameDay = (other: PriceList): boolean =>
    other.version !== list.version && other.validFrom === list.validFrom;
  const other = [...state.workspace.ownPriceLists.values()].find(sameDay);
  if (other !== undefined) return err({ reason: 'price-list-day-taken', version: other.version });
  return ok([{ table: 'ownPriceLists', id: list.version, value: list }]);
}

export function removePriceList(state: AppState, { version }: Of<'price-list/remove'>): Decision {
  if (!state.workspace.ownPriceLists.has(version)) return err({ reason: 'unknown', what: 'price-list' });
  return ok([{ table: 'ownPriceLists', id: version, value: null }]);
}

/**
 * Keeps what Aruba's cart showed, with the readings that give it (rule I3). Adopting one is a choice of its
 * own.
 */
export function recordReceipt(
  state: AppState,
  { serviceId, quantity, receipt }: Of<'receipt/record'>,
  newId: () => string,
): Decision {
  const service = state.replica.services.get(serviceId);
  if (service === undefined) return err({ reason: 'unknown', what: 'service' });
  if (receipt.net === null && receipt.gross === null && receipt.usersUntil === null)
    return err({ reason: 'receipt-without-figures' });
  const pricing = cartPricing(state);
  if (!pricing.ok) return pricing;
  const { day, priceList } = pricing.value;
  const calibration = calibrate({ day, priceList, service, quantity, modules: [] }, receipt);
  if (!calibration.ok) return calibration;
  const id = newId();
  return ok([
    {
      table: 'evidence',
      id,
      value: { id, on: day, holder: service.holder, quantity, receipt, fits: calibration.value.fits },
    },
  ]);
}

export function forgetReceipt(state: AppState, { id }: Of<'receipt/forget'>): Decision {
  return state.workspace.evidence.has(id) ? ok([{ table: 'evidence', id, value: null }]) : ok([]);
}
