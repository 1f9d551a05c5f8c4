import { moduleKinds, serviceKinds, type ModuleKind, type ServiceKind } from '../catalog/item.ts';
import { conventionCodeSchema, type PriceList } from '../catalog/price-list.ts';
import type { Day } from '../kernel/day.ts';
import type { CartId, ClientId, PersonId, ServiceId } from '../kernel/id.ts';
import { branded, z } from '../kernel/parse.ts';
import { err, type Result } from '../kernel/result.ts';
import { quoteAddUsers, quoteFirstPurchase, type Quote, type QuoteRefusal } from '../quotes/quote.ts';
import { offPolicies, type OffPolicy } from '../renewals/add-users.ts';
import type { MonthRule } from '../renewals/months.ts';
import { itemIdSchema, serviceIdSchema, type Service } from '../services/service.ts';

/** What a cart buys: users for a service that is there, or a service for a client that has none. */
export type CartSubject =
  | { readonly kind: 'add-users'; readonly serviceId: ServiceId; readonly extension: boolean }
  | { readonly kind: 'first-purchase'; readonly clientId: ClientId; readonly serviceKind: ServiceKind; readonly years: number; readonly promotion: boolean };

/** One cart for one service or client. `personIds`: whom the users are for, in order; the first `quantity` count. */
export interface Cart {
  readonly id: CartId;
  readonly subject: CartSubject;
  readonly quantity: number;
  readonly personIds: readonly PersonId[];
  readonly modules: readonly ModuleKind[];
  /** A convention code of the price list (rule C3). */
  readonly conventionCode: string | null;
}

export const cartIdOf = (subject: CartSubject): CartId =>
  (subject.kind === 'add-users' ? `service-${subject.serviceId}` : `client-${subject.clientId}`) as CartId;

/** The people whom the bought users are for; the rest of the quantity has no name yet. */
export const namedInCart = (cart: Cart): readonly PersonId[] => cart.personIds.slice(0, cart.quantity);

export interface CartPricing {
  readonly day: Day;
  readonly rule: MonthRule;
  readonly offPolicy: OffPolicy;
  readonly priceList: PriceList;
}

/** The figures of a cart on a day, by the one engine (rule C4). `service` is needed to add users. */
export function quoteCart(
  cart: Pick<Cart, 'subject' | 'quantity' | 'modules' | 'conventionCode'>,
  service: Service | undefined,
  pricing: CartPricing,
): Result<Quote, QuoteRefusal> {
  const { subject, quantity, modules, conventionCode } = cart;
  if (subject.kind === 'first-purchase')
    return quoteFirstPurchase({ ...pricing, conventionCode, kind: subject.serviceKind, quantity, modules, years: subject.years, promotion: subject.promotion });
  if (service === undefined) return err({ reason: 'service-not-active' });
  return quoteAddUsers({ ...pricing, conventionCode, service, quantity, modules, extension: subject.extension });
}

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

/** What the vendor needs to know of a purchase: no person's name leaves the firm with it. */
export const purchaseSchema = z.discriminatedUnion('kind', [
  addUsersSchema.extend({ offPolicy: z.enum(offPolicies) }),
  firstPurchaseSchema,
  z.object({
    kind: z.literal('renewal'),
    serviceId: serviceIdSchema,
    years: z.int().min(1).max(10),
    leftOut: z.array(itemIdSchema).max(200),
    reduceTo: z.object({ user: z.int().min(0).max(100_000).exactOptional(), 'extra-gb': z.int().min(0).max(100_000).exactOptional() }),
    conventionCode: conventionCodeSchema.nullable(),
  }),
]);
export type Purchase = z.output<typeof purchaseSchema>;

/** What a cart holds at the vendor, where everybody on the account sees it: how it is priced is the firm's own choice. */
export const cartContentSchema = z.discriminatedUnion('kind', [addUsersSchema, firstPurchaseSchema]);
export type CartContent = z.output<typeof cartContentSchema>;

export const cartIdSchema = branded<CartId>(/^(?:service|client)-[A-Za-z0-9-]{1,64}$/);
