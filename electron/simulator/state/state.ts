// The vendor's whole memory: one JSON document, changed only by pure functions.
import { priceListSchema, type PriceList } from '../../../core/catalog/price-list.ts';
import type { Day } from '../../../core/kernel/day.ts';
import type { CartId, CommandKey, OrderNumber, ServiceId } from '../../../core/kernel/id.ts';
import { daySchema, z } from '../../../core/kernel/parse.ts';
import { cartIdSchema } from '../../../core/orders/cart.ts';
import { commandKeySchema, orderNumberSchema, orderSchema, type Order } from '../../../core/orders/order.ts';
import type { Figures } from '../../../core/quotes/figures.ts';
import { serviceIdSchema, serviceSchema, type Service } from '../../../core/services/service.ts';
import {
  mailSchema,
  processedSchema,
  vendorCartSchema,
  type Mail,
  type VendorCart,
} from '../../../core/aruba/protocol.ts';
import { Table } from './table.ts';

/** The studio's account and its sign-in. `mainServiceId`: the service that userInfo describes. */
export interface Account {
  readonly username: string;
  readonly password: string;
  readonly description: string;
  readonly email: string;
  readonly pec: string;
  readonly vatCode: string;
  readonly expirationDate: Day;
  readonly mainServiceId: ServiceId;
}

/** Access and refresh token of one sign-in. Times are milliseconds of the simulated clock (domain.md 6.2). */
export interface TokenPair {
  readonly accessToken: string;
  readonly accessUntil: number;
  readonly refreshToken: string;
  readonly refreshUntil: number;
}

/** The business answer to an order or a cancellation, stored so that it can be given again. */
export interface OrderAnswerRecord {
  readonly errorCode: string;
  readonly errorDescription: string;
  readonly orderNumber: OrderNumber | null;
  readonly vendorQuote: Figures | null;
}

/** A processed command: a digest of what it asked for, and its result. It is the `processed` change too. */
export interface ProcessedCommand {
  readonly digest: string;
  readonly processed: OrderAnswerRecord & { readonly key: CommandKey };
}

/**
 * What a change number refers to. The entity is read when the change is sent, so it
 * is always whole and current.
 */
export type ChangeRef =
  | { readonly type: 'service'; readonly id: ServiceId }
  | { readonly type: 'serviceDeleted'; readonly id: ServiceId }
  | { readonly type: 'order'; readonly id: OrderNumber }
  | { readonly type: 'priceList'; readonly id: string }
  | { readonly type: 'cart'; readonly id: CartId }
  | { readonly type: 'processed'; readonly id: CommandKey };

export interface NumberedChange {
  readonly number: number;
  readonly ref: ChangeRef;
}

/** The place of an entity in the log. A deleted service has a place of its own. */
export const changeId = ({ type, id }: ChangeRef): string => `${type}/${id}`;

/** The key of a deleted username. Upper and lower case are the same: nobody gets the username again. */
export const formerUserId = ({ serviceId, username }: Pick<FormerUser, 'serviceId' | 'username'>): string =>
  `${serviceId}/${username.toLowerCase()}`;

/** A deleted username. It is never given to another person within its service (rule H3). */
export interface FormerUser {
  readonly serviceId: ServiceId;
  readonly username: string;
  readonly email: string;
}

/**
 * The card or PayPal account that renews a service automatically, and the years of each
 * renewal (domain.md 2.3, 2.4).
 */
export interface StoredMethod {
  readonly serviceId: ServiceId;
  readonly validUntil: Day;
  readonly years: number;
}

/** The past of a vendor that was never restored. */
export const firstEpoch = 'first';

/** The whole state. Rows that come in thousands are tables; on disk a table is a list. */
export interface SimulatorDocument {
  readonly schemaVersion: 1;
  /** Names this past of the vendor. A restored or a new vendor has another one. */
  readonly epoch: string;
  readonly account: Account;
  /** The last vendor day that was worked through. It never goes back. */
  readonly day: Day;
  /** Days by which the simulated calendar is ahead of the real one. */
  readonly offsetDays: number;
  /** Minutes by which the vendor's clock is ahead of the real one. Below zero it is behind. */
  readonly skewMinutes: number;
  readonly manualActivation: boolean;
  readonly nextOrderNumber: number;
  readonly services: Table<Service>;
  readonly orders: Table<Order>;
  readonly priceLists: readonly PriceList[];
  readonly carts: Table<VendorCart>;
  readonly mails: Table<Mail>;
  readonly commands: Table<ProcessedCommand>;
  readonly sessions: readonly TokenPair[];
  readonly formerUsers: Table<FormerUser>;
  readonly storedMethods: Table<StoredMethod>;
  readonly lastChange: number;
  readonly changes: Table<NumberedChange>;
}

const refSchema = z.discriminatedUnion('type', [
  z.object({ type: z.literal('service'), id: serviceIdSchema }),
  z.object({ type: z.literal('serviceDeleted'), id: serviceIdSchema }),
  z.object({ type: z.literal('order'), id: orderNumberSchema }),
  z.object({ type: z.literal('priceList'), id: z.string() }),
  z.object({ type: z.literal('cart'), id: cartIdSchema }),
  z.object({ type: z.literal('processed'), id: commandKeySchema }),
]);

/** The id of the rows of each table. */
const idOf = {
  services: ({ id }: Service): string => id,
  orders: ({ orderNumber }: Order): string => orderNumber,
  carts: ({ cartId }: VendorCart): string => cartId,
  mails: ({ id }: Mail): string => id,
  commands: ({ processed }: ProcessedCommand): string => processed.key,
  formerUsers: formerUserId,
  storedMethods: ({ serviceId }: StoredMethod): string => serviceId,
  changes: ({ ref }: NumberedChange): string => changeId(ref),
};

const tableOf = <T>(row: z.ZodType<T>, id: (row: T) => string) =>
  z.array(row).transform((rows) => Table.of(id, rows));

export const commandSchema = z.object({ digest: z.string(), processed: processedSchema });
export const formerUserSchema = z.object({
  serviceId: serviceIdSchema,
  username: z.string(),
  email: z.string().prefault(''),
});
export const storedMethodSchema = z.object({
  serviceId: serviceIdSchema,
  validUntil: daySchema,
  years: z.int().min(1).max(10),
});
export const changeSchema = z.object({ number: z.int().min(1), ref: refSchema });

/** Reads the document. A document that does not fit counts as unreadable. */
export const documentSchema = z.object({
  schemaVersion: z.literal(1),
  // Older documents and lines have none.
  epoch: z.string().min(1).max(64).default(firstEpoch),
  account: z.object({
    username: z.string(),
    password: z.string(),
    description: z.string(),
    email: z.string(),
    pec: z.string(),
    vatCode: z.string(),
    expirationDate: daySchema,
    mainServiceId: serviceIdSchema,
  }),
  day: daySchema,
  offsetDays: z.int().min(0),
  skewMinutes: z.int().default(0),
  manualActivation: z.boolean(),
  nextOrderNumber: z.int().min(10_000_000).max(99_999_999),
  services: tableOf<Service>(serviceSchema, idOf.services),
  orders: tableOf<Order>(orderSchema, idOf.orders),
  priceLists: z.array(priceListSchema),
  carts: tableOf<VendorCart>(vendorCartSchema, idOf.carts),
  mails: tableOf<Mail>(mailSchema, idOf.mails),
  commands: tableOf<ProcessedCommand>(commandSchema, idOf.commands),
  sessions: z.array(
    z.object({
      accessToken: z.string(),
      accessUntil: z.number(),
      refreshToken: z.string(),
      refreshUntil: z.number(),
    }),
  ),
  formerUsers: tableOf<FormerUser>(formerUserSchema, idOf.formerUsers).prefault([]),
  storedMethods: tableOf<StoredMethod>(storedMethodSchema, idOf.storedMethods).prefault([]),
  lastChange: z.int().min(0),
  changes: tableOf<NumberedChange>(changeSchema, idOf.changes),
});

/** The document in its file: tables are lists there. */
export type StoredDocument = {
  readonly [K in keyof SimulatorDocument]: SimulatorDocument[K] extends Table<infer T>
    ? readonly T[]
    : SimulatorDocument[K];
};

/** The document from its file, if it is known to be sound. Checks nothing. */
export const fromStored = (stored: StoredDocument): SimulatorDocument => ({
  ...stored,
  services: Table.of(idOf.services, stored.services),
  orders: Table.of(idOf.orders, stored.orders),
  carts: Table.of(idOf.carts, stored.carts),
  mails: Table.of(idOf.mails, stored.mails),
  commands: Table.of(idOf.commands, stored.commands),
  formerUsers: Table.of(idOf.formerUsers, stored.formerUsers),
  storedMethods: Table.of(idOf.storedMethods, stored.storedMethods),
  changes: Table.of(idOf.changes, stored.changes),
});

export const serviceOf = (state: SimulatorDocument, id: string): Service | undefined =>
  state.services.get(id);

export const orderOf = (state: SimulatorDocument, orderNumber: string): Order | undefined =>
  state.orders.get(orderNumber);
