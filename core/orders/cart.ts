import { moduleKinds, serviceKinds, type ModuleKind, type ServiceKind } from '../catalog/item.ts';
import { conventionCodeSchema, type PriceList } from '../catalog/price-list.ts';
import type { Day } from '../kernel/day.ts';
import type { CartId, ClientId, ItemId, PersonId, QuoteId, ServiceId } from '../kernel/id.ts';
import { branded, z } from '../kernel/parse.ts';
import { err, type Result } from '../kernel/result.ts';
import {
  addUsersFigures,
  firstPurchaseFigures,
  type Figures,
  type FiguresRefusal,
} from '../quotes/figures.ts';
import { renewableItems, renewalFigures } from '../quotes/renewal-figures.ts';
import { offPolicies, type OffPolicy } from '../renewals/add-users.ts';
import type { MonthRule } from '../renewals/months.ts';
import { reducibleKinds, type Reduction } from '../renewals/reduce-groups.ts';
import { itemIdSchema, serviceIdSchema, type Service } from '../services/service.ts';

/**
 * More years for a service and its items, or its reactivation in grace (rules D3, D4, D5). `leftOut` is
 * sorted, so that equal wishes are equal data.
 */
export interface RenewalSubject {
  readonly kind: 'renewal';
  readonly serviceId: ServiceId;
  readonly years: number;
  readonly leftOut: readonly ItemId[];
  readonly reduceTo: Reduction;
}

/**
 * What a cart buys: users for an existing service, a service for a client that has none,
 * or more years for a service.
 */
export type CartSubject =
  | { readonly kind: 'add-users'; readonly serviceId: ServiceId; readonly extension: boolean }
  | {
      readonly kind: 'first-purchase';
      readonly clientId: ClientId;
      readonly serviceKind: ServiceKind;
      readonly years: number;
      readonly promotion: boolean;
    }
  | RenewalSubject;

/**
 * A cart. There is one for each service or client, and a separate one for a service's renewal. A renewal
 * buys no users and no modules: quantity 0, empty lists. `personIds`: the people who get the users, in
 * order; the first `quantity` count. `quoteId`: the quote that the cart was made from.
 */
export interface Cart {
  readonly id: CartId;
  readonly subject: CartSubject;
  readonly quantity: number;
  readonly personIds: readonly PersonId[];
  readonly modules: readonly ModuleKind[];
  /** The code of a convention in the price list (rule C3). */
  readonly conventionCode: string | null;
  readonly quoteId?: QuoteId;
}

type CartKey =
  | { readonly kind: 'add-users' | 'renewal'; readonly serviceId: ServiceId }
  | { readonly kind: 'first-purchase'; readonly clientId: ClientId };

/** The id of the only cart that a subject can have. All desks and the vendor use the same id. */
export function cartIdOf(subject: CartSubject | CartKey): CartId {
  if (subject.kind === 'first-purchase') return `client-${subject.clientId}` as CartId;
  return `${subject.kind === 'renewal' ? 'renewal' : 'service'}-${subject.serviceId}` as CartId;
}

/** The people who get the bought users. The rest of the quantity has no name yet. */
export const namedInCart = (cart: Cart): readonly PersonId[] => cart.personIds.slice(0, cart.quantity);

/** What a cart or a quote asks for. The figures depend on it and on the day's conditions, on nothing else. */
export type CartWish = Pick<Cart, 'subject' | 'quantity' | 'modules' | 'conventionCode'>;

export interface CartPricing {
  readonly day: Day;
  readonly rule: MonthRule;
  readonly offPolicy: OffPolicy;
  readonly priceList: PriceList;
}

/**
 * What a renewal still asks for on a day. Drops items left out that have ended since, and reductions to at
 * least the number that exists by now.
 */
export function renewalTerms(
  { leftOut, reduceTo }: RenewalSubject,
  service: Service,
  day: Day,
): Pick<RenewalSubject, 'leftOut' | 'reduceTo'> {
  const items = renewableItems(service, day);
  const out = leftOut.filter((id) => items.some((item) => item.id === id));
  const most = (kind: keyof Reduction): number =>
    items.reduce(
      (count, item) => (item.kind === kind && !out.includes(item.id) ? count + item.quantity : count),
      0,
    );
  const reduced = reducibleKinds.flatMap((kind) => {
    const to = reduceTo[kind];
    return to === undefined || to >= most(kind) ? [] : [[kind, to] as const];
  });
  return { leftOut: out, reduceTo: Object.fromEntries(reduced) };
}

/**
 * The figures of a cart on a day, by the one engine (rule C4). Adding users and renewing need `service`;
 * without it they are refused.
 */
export function figuresOf(
  cart: CartWish,
  service: Service | undefined,
  pricing: CartPricing,
): Result<Figures, FiguresRefusal> {
  const { subject, quantity, modules, conventionCode } = cart;
  if (subject.kind === 'first-purchase')
    return firstPurchaseFigures({
      ...pricing,
      conventionCode,
      kind: subject.serviceKind,
      quantity,
      modules,
      years: subject.years,
      promotion: subject.promotion,
    });
  if (service === undefined) return err({ reason: 'service-not-active' });
  if (subject.kind === 'renewal')
    return renewalFigures({
      ...pricing,
      conventionCode,
      service,
      years: subject.years,
      ...renewalTerms(subject, service, pricing.day),
    });
  return addUsersFigures({
    ...pricing,
    conventionCode,
    service,
    quantity,
    modules,
    extension: subject.extension,
  });
}

const pieces = z.int().min(0).max(100_000);
const reductionSchema = z.object({ user: pieces.exactOptional(), 'extra-gb': pieces.exactOptional() });

export const clientIdSchema = branded<ClientId>(/^[A-Za-z0-9-]{1,64}$/);

/** The subject as a cart on this desk, or a quote, keeps it. */
export const cartSubjectSchema = z.discriminatedUnion('kind', [
  z.object({ kind: z.literal('add-users'), serviceId: serviceIdSchema, extension: z.boolean() }),
  z.object({
    kind: z.literal('first-purchase'),
    clientId: clientIdSchema,
    serviceKind: z.enum(serviceKinds),
    years: z.int(),
    promotion: z.boolean(),
  }),
  z.object({
    kind: z.literal('renewal'),
    serviceId: serviceIdSchema,
    years: z.int(),
    leftOut: z.array(itemIdSchema).max(200),
    reduceTo: reductionSchema,
  }),
]);

const firstPurchaseSchema = z.object({
  kind: z.literal('first-purchase'),
  serviceKind: z.enum(serviceKinds),
  holder: z.string().trim().min(1).max(200),
  vatCode: z.string().regex(/^\d{11}$/),
  quantity: z.int().min(0).max(999),
  modules: z.array(z.enum(moduleKinds)),
  years: z.int().min(1).max(10),
  promotion: z.boolean(),
  conventionCode: conventionCodeSchema.nullable(),
});

const addUsersSchema = z.object({
  kind: z.literal('add-users'),
  serviceId: serviceIdSchema,
  quantity: z.int().min(1).max(999),
  modules: z.array(z.enum(moduleKinds)),
  extension: z.boolean(),
  conventionCode: conventionCodeSchema.nullable(),
});

/** A renewal has the same form in a cart and in a purchase: no policy of the firm is needed to price it. */
const renewalSchema = z.object({
  kind: z.literal('renewal'),
  serviceId: serviceIdSchema,
  years: z.int().min(1).max(10),
  leftOut: z.array(itemIdSchema).max(200),
  reduceTo: reductionSchema,
  conventionCode: conventionCodeSchema.nullable(),
});

/** What the vendor needs to know about a purchase. It holds no person's name, so no name leaves the firm. */
export const purchaseSchema = z.discriminatedUnion('kind', [
  addUsersSchema.extend({ offPolicy: z.enum(offPolicies) }),
  firstPurchaseSchema,
  renewalSchema,
]);
export type Purchase = z.output<typeof purchaseSchema>;

/**
 * The content of a cart at the vendor. Everybody on the account sees it. How the firm prices it is the firm's
 * own choice and is not in it.
 */
export const cartContentSchema = z.discriminatedUnion('kind', [
  addUsersSchema,
  firstPurchaseSchema,
  renewalSchema,
]);
export type CartContent = z.output<typeof cartContentSchema>;

export const cartIdSchema = branded<CartId>(/^(?:service|client|renewal)-[A-Za-z0-9-]{1,64}$/);
