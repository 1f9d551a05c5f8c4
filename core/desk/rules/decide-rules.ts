import type { ServiceId } from '../../kernel/id.ts';
import type { PriceList } from '../../catalog/price-list.ts';
import { err, ok } from '../../kernel/result.ts';
import { calibrate, contradicts, saysNothing, type Receipt } from '../../quotes/calibrate.ts';
import type { Decision as DecisionOr, IdOf } from '../define-command.ts';
import type { RulesRefusal } from './refusals.ts';
import { cartPricing } from '../cart/cart-figures.ts';
import { isOvertaken, type Seen } from '../rows/row-sum.ts';
import type { AppState } from '../rows/state.ts';

type Decision = DecisionOr<RulesRefusal>;

/**
 * Adds or changes one of the firm's own price lists. Refused for a version of the vendor's, and if another
 * own list starts on the same day. Documents keep the list that they froze (rule C6).
 */
export function putPriceList(state: AppState, { list, seen }: { readonly list: PriceList } & Seen): Decision {
  if (isOvertaken(state.workspace, { table: 'ownPriceLists', id: list.version }, seen))
    return err({ reason: 'changed-by-other' });
  if (state.replica.priceLists.has(list.version))
    return err({ reason: 'price-list-exists', version: list.version });
  const sameDay = (other: PriceList): boolean =>
    other.version !== list.version && other.validFrom === list.validFrom;
  const other = [...state.workspace.ownPriceLists.values()].find(sameDay);
  if (other !== undefined) return err({ reason: 'price-list-day-taken', version: other.version });
  return ok([{ table: 'ownPriceLists', id: list.version, value: list }]);
}

export function removePriceList(state: AppState, { version }: { readonly version: string }): Decision {
  if (!state.workspace.ownPriceLists.has(version)) return err({ reason: 'unknown', what: 'price-list' });
  return ok([{ table: 'ownPriceLists', id: version, value: null }]);
}

/**
 * Records what Aruba's cart showed, with the rules that give it (rule I3). Adopting a rule is a command of
 * its own.
 */
export function recordReceipt(
  state: AppState,
  {
    serviceId,
    quantity,
    receipt,
  }: { readonly serviceId: ServiceId; readonly quantity: number; readonly receipt: Receipt },
  idOf: IdOf,
): Decision {
  const service = state.replica.services.get(serviceId);
  if (service === undefined) return err({ reason: 'unknown', what: 'service' });
  if (saysNothing(receipt)) return err({ reason: 'receipt-without-figures' });
  if (contradicts(receipt)) return err({ reason: 'receipt-contradicts' });
  const pricing = cartPricing(state);
  if (!pricing.ok) return pricing;
  const { day, priceList } = pricing.value;
  const calibration = calibrate({ day, priceList, service, quantity, modules: [] }, receipt);
  if (!calibration.ok) return calibration;
  const id = idOf(`receipt ${serviceId}`);
  return ok([
    {
      table: 'evidence',
      id,
      value: { id, on: day, holder: service.holder, quantity, receipt, fits: calibration.value.fits },
    },
  ]);
}

export function forgetReceipt(state: AppState, { id }: { readonly id: string }): Decision {
  return state.workspace.evidence.has(id) ? ok([{ table: 'evidence', id, value: null }]) : ok([]);
}
