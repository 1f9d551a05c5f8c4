// The wire: the known part of Aruba's API (domain.md 6), and the simulator's own part in the same style.
import { priceListSchema } from '../catalog/price-list.ts';
import { centsSchema, daySchema, z } from '../kernel/parse.ts';
import { cartContentSchema, cartIdSchema, purchaseSchema } from '../orders/cart.ts';
import { commandKeySchema, orderNumberSchema, orderSchema, figuresSchema } from '../orders/order.ts';
import { payerSchema, paymentMethods } from '../orders/payment.ts';
import { monthRules } from '../renewals/months.ts';
import { panelPermissions } from '../services/permission.ts';
import { serviceIdSchema, serviceSchema } from '../services/service.ts';

/**
 * An Aruba account. It is usually digits@aruba.it (domain.md 2.7). Any other text passes too, and Aruba says
 * whether it knows the account.
 */
export const accountPattern = /^[^\s\p{Cc}]{1,100}$/u;

/** 200 of `POST /auth/signin`, for password and refresh grants (domain.md 6.2). */
export const tokenSchema = z.object({
  access_token: z.string().min(1),
  token_type: z.string().regex(/^bearer$/i),
  expires_in: z.int().positive(),
  refresh_token: z.string().min(1),
  userName: z.string(),
  'as:client_id': z.string(),
  '.issued': z.string(),
  '.expires': z.string(),
});
export type Token = z.output<typeof tokenSchema>;

/** 400 of `POST /auth/signin` (domain.md 6.2). */
export const tokenErrorSchema = z.object({ error: z.string(), error_description: z.string() });

/** `GET /auth/userInfo` (domain.md 6.2). */
export const userInfoSchema = z.object({
  username: z.string(),
  pec: z.string(),
  userDescription: z.string(),
  countryCode: z.string(),
  vatCode: z.string(),
  fiscalCode: z.string(),
  accountStatus: z.object({ expired: z.boolean(), expirationDate: z.string() }),
  usageStatus: z.object({ usedSpaceKB: z.number(), maxSpaceKB: z.number() }),
});

/** Business answers are 200 with a code. `0000` means accepted (domain.md 6.4). */
export const accepted = '0000';

/** The simulator's own refusal codes. Aruba publishes no codes for orders. */
export const refusalCodes = {
  figuresDiffer: '0201',
  serviceNotActive: '0202',
  alreadyActive: '0203',
  notCancellable: '0204',
  unknownOrder: '0205',
  dayNotAccepted: '0206',
  purchaseRefused: '0207',
  usersInPanel: '0208',
  automaticRenewalOn: '0209',
  spaceOccupied: '0210',
  noStoredMethod: '0211',
  alreadyPaid: '0212',
  orderOpen: '0213',
  noFreeSeat: '0221',
  usernameNotAllowed: '0222',
  usernameTaken: '0223',
  permissionNeeds: '0224',
  moduleNotActive: '0225',
  unknownUser: '0226',
} as const;

const envelope = { errorCode: z.string().regex(/^\d{4}$/), errorDescription: z.string() };

/**
 * `POST /api/v2/orders`, with the header `Idempotency-Key`. The vendor computes again and refuses the
 * order if a figure or the target day differs. The day matters: if the service was renewed elsewhere
 * meanwhile, the next year costs the same, and only the day differs.
 */
export const orderRequestSchema = z.object({
  purchase: purchaseSchema,
  day: daySchema,
  rule: z.enum(monthRules),
  priceListVersion: z.string().min(1).max(40),
  // Old stored requests have no target.
  expected: z.object({
    net: centsSchema,
    vat: centsSchema,
    gross: centsSchema,
    target: daySchema.exactOptional(),
  }),
  payer: payerSchema,
  method: z.enum(paymentMethods),
  clausesAccepted: z.literal(true),
});
export type OrderRequest = z.output<typeof orderRequestSchema>;

/**
 * The answer to every command for orders and users. `vendorQuote` comes with a
 * refusal because of other figures.
 */
export const orderAnswerSchema = z.object({
  ...envelope,
  orderNumber: orderNumberSchema.nullable(),
  vendorQuote: figuresSchema.nullable(),
});
export type OrderAnswer = z.output<typeof orderAnswerSchema>;

const emailSchema = z
  .string()
  .trim()
  .max(254)
  .regex(/^[^\s@]+@[^\s@]+\.[^\s@]+$/);
const permissionsSchema = z.array(z.enum(panelPermissions)).max(panelPermissions.length);

/**
 * `PUT /api/v2/services/{serviceId}/users/{username}`: the e-mail, and all permissions
 * that the user has from now on.
 */
export const userChangeSchema = z.object({ email: emailSchema, permissions: permissionsSchema });
export type UserChange = z.output<typeof userChangeSchema>;

/** `POST /api/v2/services/{serviceId}/users`. A bad username is refused by the business answer. */
export const newUserSchema = userChangeSchema.extend({ username: z.string().trim().min(1).max(64) });
export type NewUser = z.output<typeof newUserSchema>;

/** `PUT /api/v2/services/{serviceId}/automaticRenewal`. It may be repeated, so it needs no key. */
export const automaticRenewalSchema = z.object({ on: z.boolean() });

/**
 * `POST /api/v2/orders/{orderNumber}/payments` exists only in the simulator. Without `method` the
 * order's own method is used.
 */
export const paymentRequestSchema = z.object({ method: z.enum(paymentMethods).optional() });

/** The result of a command that the vendor has processed. Only this removes the command from the outbox. */
export const processedSchema = z.object({
  ...envelope,
  key: commandKeySchema,
  orderNumber: orderNumberSchema.nullable(),
  vendorQuote: figuresSchema.nullable(),
});
export type Processed = z.output<typeof processedSchema>;

/** The body of `PUT /api/v2/carts/{cartId}`, with If-Match. A null `content` empties the cart. */
export const cartBodySchema = z.object({ content: cartContentSchema.nullable() });

/**
 * A cart at the vendor; there is one for each service or client. Its ETag is `"version"`, which is 0 if
 * nobody wrote it yet. `writes`: the keys of its last writes, including an order that emptied it. A client
 * whose answer was lost finds its own key there.
 */
export const vendorCartSchema = z.object({
  cartId: cartIdSchema,
  version: z.int().min(0),
  content: cartContentSchema.nullable(),
  writes: z.array(commandKeySchema).max(20),
});
export type VendorCart = z.output<typeof vendorCartSchema>;

/** One thing that changed at the vendor, as a whole, in the order of `GET /api/v2/changes?cursor=&size=`. */
export const vendorChangeSchema = z.discriminatedUnion('type', [
  z.object({ type: z.literal('service'), service: serviceSchema }),
  z.object({ type: z.literal('serviceDeleted'), serviceId: serviceIdSchema }),
  z.object({ type: z.literal('order'), order: orderSchema }),
  z.object({ type: z.literal('priceList'), priceList: priceListSchema }),
  z.object({ type: z.literal('cart'), cart: vendorCartSchema }),
  z.object({ type: z.literal('processed'), processed: processedSchema }),
]);
export type VendorChange = z.output<typeof vendorChangeSchema>;

/** Names one past of the vendor. A vendor that was restored from a backup or begun anew has another one. */
const epochSchema = z.string().min(1).max(64);

/** Names the past on which a command is built. The vendor answers 410 if it has another one. */
export const epochHeader = 'If-Epoch';

/** The largest `size` of a page of changes. */
export const mostChangesInPage = 100;

/**
 * `GET /api/v2/changes?cursor=N&size=M`. `serverDay` is the vendor's calendar day. `nextCursor` is below the
 * cursor only if the vendor has fewer changes than the client has read.
 */
export const changesSchema = z.object({
  epoch: epochSchema,
  changes: z.array(vendorChangeSchema).max(mostChangesInPage),
  nextCursor: z.int().min(0),
  hasMore: z.boolean(),
  serverDay: daySchema,
});
export type Changes = z.output<typeof changesSchema>;

/** A mail in the simulator's mailbox. */
export const mailSchema = z.object({
  id: z.string(),
  on: daySchema,
  to: z.string(),
  subject: z.string(),
  body: z.string(),
  orderNumber: orderNumberSchema.nullable(),
});
export type Mail = z.output<typeof mailSchema>;

/** `GET /simulator/state`: what the simulated vendor sees. */
export const simulatorStateSchema = z.object({
  day: daySchema,
  realDay: daySchema,
  manualActivation: z.boolean(),
  account: z.string(),
  password: z.string(),
  mails: z.array(mailSchema),
  orders: z.array(orderSchema),
});
export type SimulatorState = z.output<typeof simulatorStateSchema>;

/**
 * `POST /simulator/actions`.
 * `pay`: the payment is made today and registered on the day of rule G3.
 * `register`: it is registered at once.
 * `panel-change`: somebody else buys a user in the panel, and the service's dates move.
 * `skew-clock`: the vendor's clock is that many minutes ahead.
 * `back-up`: the vendor keeps a copy of what it has now. It has one from its start too.
 * `restore`: the vendor goes back to its copy and forgets what came since.
 */
export const simulatorActionSchema = z.discriminatedUnion('action', [
  z.object({ action: z.literal('pay'), orderNumber: orderNumberSchema }),
  z.object({ action: z.literal('register'), orderNumber: orderNumberSchema }),
  z.object({ action: z.literal('activate'), orderNumber: orderNumberSchema }),
  z.object({ action: z.literal('fail-activation'), orderNumber: orderNumberSchema }),
  z.object({ action: z.literal('move-day'), days: z.int().min(1).max(400) }),
  z.object({ action: z.literal('manual-activation'), on: z.boolean() }),
  z.object({ action: z.literal('expire-tokens') }),
  z.object({ action: z.literal('back-up') }),
  z.object({ action: z.literal('restore') }),
  z.object({ action: z.literal('panel-change'), serviceId: serviceIdSchema }),
  z.object({ action: z.literal('change-price-list'), percent: z.int().min(-90).max(900) }),
  z.object({ action: z.literal('skew-clock'), minutes: z.int().min(-1440).max(1440) }),
  z.object({ action: z.literal('expire-method'), serviceId: serviceIdSchema }),
  z.object({
    action: z.literal('panel-user'),
    serviceId: serviceIdSchema,
    add: newUserSchema.optional(),
    remove: z.string().max(64).optional(),
  }),
]);
export type SimulatorAction = z.output<typeof simulatorActionSchema>;

/** The answer to a simulator action: the envelope and the new state. */
export const simulatorAnswerSchema = z.object({ ...envelope, state: simulatorStateSchema });
