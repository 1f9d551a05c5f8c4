import type { PriceList } from '../../../core/catalog/price-list.ts';
import type { Day } from '../../../core/kernel/day.ts';
import { err, type Result } from '../../../core/kernel/result.ts';
import type { Purchase } from '../../../core/orders/cart.ts';
import {
  addUsersFigures,
  firstPurchaseFigures,
  type Pricing,
  type Figures,
  type FiguresRefusal,
} from '../../../core/quotes/figures.ts';
import { renewalFigures } from '../../../core/quotes/renewal-figures.ts';
import { defaultOffPolicy } from '../../../core/renewals/add-users.ts';
import { defaultMonthRule } from '../../../core/renewals/months.ts';
import type { refusalCodes } from '../../../core/aruba/protocol.ts';
import { serviceOf, type SimulatorDocument } from '../state/state.ts';

export interface PlaceRefusal {
  readonly code: keyof typeof refusalCodes;
  readonly text: string;
  readonly vendorQuote: Figures | null;
}

export const refuse = (code: PlaceRefusal['code'], text: string, vendorQuote: Figures | null = null) =>
  err<PlaceRefusal>({ code, text, vendorQuote });

function quoteRefused(refusal: FiguresRefusal) {
  switch (refusal.reason) {
    case 'service-in-grace':
      return refuse('serviceNotActive', 'Il servizio è scaduto: va prima riattivato');
    case 'service-not-active':
    case 'service-deleted':
      return refuse('serviceNotActive', 'Il servizio non è attivo');
    case 'users-in-panel':
      return refuse(
        'usersInPanel',
        `Nel pannello sono configurati ${refusal.configured} utenti (${refusal.usernames.join(', ')}): eliminane ${refusal.configured - refusal.wanted}, poi riduci`,
      );
    case 'years-out-of-range':
      return refuse(
        'purchaseRefused',
        refusal.most === 2
          ? 'Un prodotto in promozione dura 1 o 2 anni'
          : `La durata va da 1 a ${refusal.most} anni`,
      );
    case 'space-occupied':
      return refuse('spaceOccupied', 'Lo spazio da togliere è occupato');
    default:
      return refuse('purchaseRefused', `Acquisto non ammesso: ${refusal.reason}`);
  }
}

const asked = (quoted: Result<Figures, FiguresRefusal>): Result<Figures, PlaceRefusal> =>
  quoted.ok ? quoted : quoteRefused(quoted.error);

type Of<K extends Purchase['kind']> = Extract<Purchase, { readonly kind: K }>;

function firstPurchase(
  state: SimulatorDocument,
  purchase: Of<'first-purchase'>,
  pricing: Pricing,
): Result<Figures, PlaceRefusal> {
  if (state.services.find(({ vatCode }) => vatCode === purchase.vatCode) !== undefined)
    return refuse('alreadyActive', 'Per questa partita IVA esiste già un servizio o un ordine aperto');
  return asked(firstPurchaseFigures({ ...pricing, ...purchase, kind: purchase.serviceKind }));
}

function addUsers(
  state: SimulatorDocument,
  purchase: Of<'add-users'>,
  pricing: Pricing,
): Result<Figures, PlaceRefusal> {
  const service = serviceOf(state, purchase.serviceId);
  if (service === undefined || service.state !== 'active')
    return quoteRefused({ reason: service?.state === 'expired' ? 'service-in-grace' : 'service-not-active' });
  return asked(addUsersFigures({ ...pricing, ...purchase, service, offPolicy: defaultOffPolicy }));
}

/**
 * Renewal, or reactivation in grace (rules D3, D4). Refused if automatic renewal is on: then
 * there is no "Rinnova" (rules F).
 */
function renewal(
  state: SimulatorDocument,
  purchase: Of<'renewal'>,
  pricing: Pricing,
): Result<Figures, PlaceRefusal> {
  const service = serviceOf(state, purchase.serviceId);
  if (service === undefined || (service.state !== 'active' && service.state !== 'expired'))
    return quoteRefused({ reason: 'service-not-active' });
  if (service.automaticRenewal)
    return refuse('automaticRenewalOn', 'Il rinnovo automatico è attivo: il servizio si rinnova da sé');
  return asked(renewalFigures({ ...pricing, ...purchase, service }));
}

/** The vendor's own figures, by its own rule and policy, whatever the client used. */
export function vendorQuote(
  state: SimulatorDocument,
  purchase: Purchase,
  day: Day,
  priceList: PriceList,
): Result<Figures, PlaceRefusal> {
  const pricing = { day, rule: defaultMonthRule, priceList, conventionCode: purchase.conventionCode };
  switch (purchase.kind) {
    case 'first-purchase':
      return firstPurchase(state, purchase, pricing);
    case 'add-users':
      return addUsers(state, purchase, pricing);
    case 'renewal':
      return renewal(state, purchase, pricing);
  }
}
