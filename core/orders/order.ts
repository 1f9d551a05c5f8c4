import { itemKinds, type ServiceKind } from '../catalog/item.ts';
import type { Day } from '../kernel/day.ts';
import type { CommandKey, OrderNumber, ServiceId } from '../kernel/id.ts';
import { anchorSchema, branded, centsSchema, daySchema, z } from '../kernel/parse.ts';
import { lineReasons, type Figures } from '../quotes/figures.ts';
import { monthRules } from '../renewals/months.ts';
import { serviceIdSchema } from '../services/service.ts';
import { payerSchema, paymentMethods, type Payer, type PaymentMethod } from './payment.ts';
import { purchaseSchema, type Purchase } from './cart.ts';

/**
 * The vendor's states of an order (rule G1). The states before them are the client's own (see the outbox).
 */
export const orderStates = [
  'awaiting-payment',
  'awaiting-activation',
  'active',
  'activation-failed',
  'cancelled',
] as const;
export type OrderState = (typeof orderStates)[number];

/** How to pay. The reference is the order number and nothing else (rule G2). */
export interface PaymentDetails {
  readonly reference: string;
  readonly beneficiary: string;
  readonly iban: string;
  readonly postalAccount: string;
}

/** An order as the vendor last confirmed it. */
export interface Order {
  readonly orderNumber: OrderNumber;
  /** The key of the command that placed it: one intention, one order. Null if it was placed elsewhere. */
  readonly clientReference: CommandKey | null;
  readonly purchase: Purchase;
  /** The service that it changes or creates. Null while a first purchase waits for its activation. */
  readonly serviceId: ServiceId | null;
  readonly holder: string;
  readonly serviceKind: ServiceKind;
  readonly state: OrderState;
  readonly history: readonly { readonly state: OrderState; readonly on: Day }[];
  readonly quote: Figures;
  readonly payer: Payer;
  readonly method: PaymentMethod;
  readonly payment: PaymentDetails;
  /** A payment on its way, with the day on which it will be registered (rule G3). */
  readonly paid: { readonly on: Day; readonly registeredOn: Day } | null;
}

/** The simulator gives 8 digits. Aruba's own form is not published, so anything like a number is taken. */
export const orderNumberSchema = branded<OrderNumber>(/^[A-Za-z0-9][A-Za-z0-9./-]{0,39}$/);
export const commandKeySchema = branded<CommandKey>(/^[0-9a-f-]{36}$/);

/** One line of text: a line break would move the lines of a payment code. */
const lineSchema = (longest: number) =>
  z
    .string()
    .max(longest)
    .regex(/^[^\p{Cc}\p{Cf}\p{Zl}\p{Zp}]*$/u);

const monthsSchema = z.object({ num: z.int().min(0), den: z.int().min(1) });

export const figuresSchema = z.object({
  day: daySchema,
  target: daySchema,
  rule: z.enum(monthRules),
  priceListVersion: z.string().max(40),
  vatBasisPoints: z.int().min(0).max(10_000),
  lines: z.array(
    z.object({
      id: z.string().max(64),
      kind: z.enum(itemKinds),
      quantity: z.int().min(1),
      yearly: centsSchema,
      expiry: daySchema,
      anchor: anchorSchema,
      months: monthsSchema,
      net: centsSchema,
      newExpiry: daySchema,
      newAnchor: anchorSchema,
      basis: z.enum(['rule', 'whole-years']),
      reason: z.enum(lineReasons),
      lost: z.object({ months: z.int(), days: z.int() }).nullable(),
      promotion: z.object({ months: z.int(), price: centsSchema }).nullable(),
    }),
  ),
  discount: z.object({ code: z.string().max(20), basisPoints: z.int(), net: centsSchema }).nullable(),
  net: centsSchema,
  vat: centsSchema,
  gross: centsSchema,
});

export const orderSchema = z.object({
  orderNumber: orderNumberSchema,
  clientReference: commandKeySchema.nullable(),
  purchase: purchaseSchema,
  serviceId: serviceIdSchema.nullable(),
  holder: z.string().max(200),
  serviceKind: z.enum(['e-invoicing', 'receive-only']),
  state: z.enum(orderStates),
  history: z.array(z.object({ state: z.enum(orderStates), on: daySchema })),
  quote: figuresSchema,
  payer: payerSchema,
  method: z.enum(paymentMethods),
  payment: z.object({
    reference: lineSchema(140),
    beneficiary: lineSchema(140),
    iban: lineSchema(50),
    postalAccount: lineSchema(40),
  }),
  paid: z.object({ on: daySchema, registeredOn: daySchema }).nullable(),
});

/** Whether the order can be cancelled: it awaits payment and no payment is on its way (rule G1). */
export const canCancel = (order: Order): boolean => order.state === 'awaiting-payment' && order.paid === null;

/** Whether nothing more can happen to the order by itself. */
export const isFinal = (order: Order): boolean => order.state === 'active' || order.state === 'cancelled';
