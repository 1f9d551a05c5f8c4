import { priceListSchema } from '../catalog/price-list.ts';
import { moduleKinds, serviceKinds } from '../catalog/item.ts';
import type { Day } from '../kernel/day.ts';
import type { CartId, CommandKey, OrderNumber } from '../kernel/id.ts';
import { z, type BadInput } from '../kernel/parse.ts';
import { cartIdSchema, clientIdSchema } from '../orders/cart.ts';
import { commandKeySchema, orderNumberSchema } from '../orders/order.ts';
import { payerSchema, paymentMethods } from '../orders/payment.ts';
import { columnKeySchema, columnUseSchema } from '../people/import/columns.ts';
import { noteTextSchema } from '../people/note.ts';
import { personDetailsSchema, personIdSchema } from '../people/person.ts';
import { receiptSchema } from '../quotes/calibrate.ts';
import { logoTextSchema, type LogoRefusal } from '../quotes/logo.ts';
import type { DocumentRefusal } from '../quotes/quote-document.ts';
import type { FiguresRefusal } from '../quotes/figures.ts';
import { offPolicies } from '../renewals/add-users.ts';
import { monthRules } from '../renewals/months.ts';
import { reducibleKinds } from '../renewals/reduce-groups.ts';
import { panelPermissions, type PermissionProblem } from '../services/permission.ts';
import { itemIdSchema, serviceIdSchema } from '../services/service.ts';
import { reminderFields } from './rows/reminder-choices.ts';
import { planCommands, scenarioFields } from './rows/renewal-choices.ts';
import { quoteCommands } from './rows/quote-rows.ts';

const permissionSetSchema = z.array(z.enum(panelPermissions)).max(panelPermissions.length);

/**
 * Every intention that a person can have; each is decided by a pure function and made durable before it is
 * shown.
 */
export const commandSchema = z.discriminatedUnion('type', [
  z.object({
    type: z.literal('people/import'),
    rows: z.array(personDetailsSchema).max(200_000),
    present: z.array(z.enum(['department', 'start', 'end'])),
  }),
  z.object({
    type: z.literal('columns/remember'),
    /** Null: nothing is chosen for this column any more. */
    choices: z.array(z.object({ key: columnKeySchema, use: columnUseSchema.nullable() })).max(600),
  }),
  z.object({ type: z.literal('person/add'), details: personDetailsSchema }),
  z.object({ type: z.literal('person/change'), personId: personIdSchema, details: personDetailsSchema }),
  z.object({ type: z.literal('person/erase'), personId: personIdSchema }),
  /** Two rows are one person: `keep` stays, with these details and all that `drop` had. */
  z.object({
    type: z.literal('person/merge'),
    keep: personIdSchema,
    drop: personIdSchema,
    details: personDetailsSchema,
  }),
  /** They are two people, however alike: not proposed for merging again. */
  z.object({ type: z.literal('person/apart'), personIds: z.tuple([personIdSchema, personIdSchema]) }),
  z.object({ type: z.literal('person/note'), personId: personIdSchema, text: noteTextSchema }),
  z.object({
    type: z.literal('seat/need'),
    serviceId: serviceIdSchema,
    personIds: z.array(personIdSchema).max(200_000),
    needed: z.boolean(),
  }),
  z.object({
    type: z.literal('seat/assign'),
    serviceId: serviceIdSchema,
    personIds: z.array(personIdSchema).max(200_000),
  }),
  z.object({
    type: z.literal('seat/free'),
    serviceId: serviceIdSchema,
    personIds: z.array(personIdSchema).max(200_000),
  }),
  z.object({
    type: z.literal('seat/permissions'),
    serviceId: serviceIdSchema,
    personIds: z.array(personIdSchema).max(200_000),
    permissions: permissionSetSchema,
  }),
  /** These users of the panel are these people: each gets the seat that it holds already. */
  z.object({
    type: z.literal('seat/adopt'),
    serviceId: serviceIdSchema,
    users: z.array(z.object({ username: z.string().max(64), personId: personIdSchema })).max(200_000),
  }),
  z.object({
    type: z.literal('seat/username'),
    serviceId: serviceIdSchema,
    personId: personIdSchema,
    username: z.string().max(64),
  }),
  /** Tells the vendor's panel what these users are from now on, as the plan showed it. */
  z.object({
    type: z.literal('panel/align'),
    serviceId: serviceIdSchema,
    usernames: z.array(z.string().max(64)).max(200_000),
  }),
  /**
   * What the plan of seats showed, as one step; `toCart`: seats that are missing go into the carts, with
   * their names.
   */
  z.object({
    type: z.literal('seat/plan'),
    wishes: z
      .array(
        z.object({
          serviceId: serviceIdSchema,
          personId: personIdSchema,
          seat: z.boolean(),
          permissions: permissionSetSchema.nullable(),
        }),
      )
      .max(200_000),
    toCart: z.boolean(),
  }),
  z.object({
    type: z.literal('seat-rule/put'),
    department: z.string().trim().min(1).max(100),
    serviceId: serviceIdSchema,
    permissions: permissionSetSchema,
  }),
  z.object({ type: z.literal('seat-rule/remove'), id: z.string().max(200) }),
  z.object({ type: z.literal('client/add'), name: z.string().trim().min(1).max(200), vatCode: z.string() }),
  z.object({ type: z.literal('cart/open'), serviceId: serviceIdSchema }),
  z.object({
    type: z.literal('cart/open-first'),
    clientId: clientIdSchema,
    serviceKind: z.enum(serviceKinds),
  }),
  z.object({ type: z.literal('cart/open-renewal'), serviceId: serviceIdSchema }),
  /** The renewal carts of a session, as one step. */
  z.object({ type: z.literal('session/prepare'), serviceIds: z.array(serviceIdSchema).max(20_000) }),
  z.object({ type: z.literal('cart/renewal-years'), cartId: cartIdSchema, years: z.int() }),
  z.object({
    type: z.literal('cart/leave-out'),
    cartId: cartIdSchema,
    itemId: itemIdSchema,
    leftOut: z.boolean(),
  }),
  z.object({
    type: z.literal('cart/reduce'),
    cartId: cartIdSchema,
    kind: z.enum(reducibleKinds),
    to: z.int().nullable(),
  }),
  z.object({ type: z.literal('cart/quantity'), cartId: cartIdSchema, quantity: z.int() }),
  z.object({ type: z.literal('cart/extension'), cartId: cartIdSchema, on: z.boolean() }),
  z.object({
    type: z.literal('cart/module'),
    cartId: cartIdSchema,
    module: z.enum(moduleKinds),
    included: z.boolean(),
  }),
  z.object({
    type: z.literal('cart/term'),
    cartId: cartIdSchema,
    serviceKind: z.enum(serviceKinds),
    years: z.int(),
    promotion: z.boolean(),
  }),
  z.object({ type: z.literal('cart/convention'), cartId: cartIdSchema, code: z.string().max(40).nullable() }),
  z.object({ type: z.literal('cart/discard'), cartId: cartIdSchema }),
  z.object({
    type: z.literal('cart/resolve'),
    cartId: cartIdSchema,
    /** The vendor's version that was on the screen when the person chose. */
    version: z.int().min(0),
    /** Whose value each conflicting line takes. */
    choices: z.record(z.string().max(80), z.enum(['mine', 'theirs'])),
  }),
  z.object({
    type: z.literal('order/confirm'),
    cartId: cartIdSchema,
    payer: payerSchema,
    method: z.enum(paymentMethods),
    clausesAccepted: z.boolean(),
    /**
     * The total on the screen when the person confirmed: a cart that moved meanwhile is not ordered unseen.
     */
    shownGross: z.int(),
  }),
  z.object({ type: z.literal('order/request-cancellation'), orderNumber: orderNumberSchema }),
  z.object({ type: z.literal('automatic-renewal/switch'), serviceId: serviceIdSchema, on: z.boolean() }),
  z.object({ type: z.literal('price-list/put'), list: priceListSchema }),
  z.object({ type: z.literal('price-list/remove'), version: z.string() }),
  z.object({
    type: z.literal('receipt/record'),
    serviceId: serviceIdSchema,
    quantity: z.int(),
    receipt: receiptSchema,
  }),
  z.object({ type: z.literal('receipt/forget'), id: z.string() }),
  z.object({ type: z.literal('scenario/save'), ...scenarioFields }),
  z.object({ type: z.literal('scenario/remove'), id: z.string().max(200) }),
  z.object({ type: z.literal('reminders/settings'), ...reminderFields }),
  ...planCommands,
  z.object({ type: z.literal('order/withdraw'), key: commandKeySchema }),
  ...quoteCommands,
  /** The picture at the head of what the firm prints, in base64; null: none. */
  z.object({ type: z.literal('firm/logo'), base64: logoTextSchema.nullable() }),
  z.object({
    type: z.literal('firm/settings'),
    rule: z.enum(monthRules),
    offPolicy: z.enum(offPolicies),
    language: z.enum(['it', 'en']),
    theme: z.enum(['system', 'light', 'dark']),
  }),
]);
export type Command = z.output<typeof commandSchema>;

/** Why a command was not carried out; nothing has changed then. */
export type Refusal =
  | BadInput
  | FiguresRefusal
  | DocumentRefusal
  | LogoRefusal
  | {
      readonly reason: 'unknown';
      readonly what: 'person' | 'service' | 'client' | 'cart' | 'order' | 'price-list' | 'firm' | 'quote';
    }
  | { readonly reason: 'duplicate-email'; readonly email: string }
  | { readonly reason: 'bad-vat-code'; readonly vatCode: string }
  | { readonly reason: 'duplicate-client'; readonly name: string }
  | { readonly reason: 'already-a-client'; readonly holder: string }
  | { readonly reason: 'no-free-seat'; readonly free: number; readonly wanted: number }
  | { readonly reason: 'person-has-left'; readonly name: string }
  | { readonly reason: 'permission-not-possible'; readonly problem: PermissionProblem }
  | { readonly reason: 'bad-username'; readonly username: string }
  | { readonly reason: 'username-taken'; readonly username: string }
  | { readonly reason: 'username-in-panel'; readonly username: string }
  | { readonly reason: 'panel-on-its-way'; readonly username: string }
  | { readonly reason: 'panel-moved-on' }
  | { readonly reason: 'person-holds-seats'; readonly name: string; readonly holders: readonly string[] }
  | { readonly reason: 'both-hold-seats'; readonly name: string; readonly holders: readonly string[] }
  | { readonly reason: 'notes-too-long'; readonly characters: number; readonly most: number }
  | { readonly reason: 'clauses-not-accepted' }
  | { readonly reason: 'figures-changed'; readonly shown: number; readonly now: number }
  | { readonly reason: 'automatic-renewal-on'; readonly holder: string }
  | { readonly reason: 'renewal-switch-on-its-way'; readonly holder: string }
  | { readonly reason: 'order-on-its-way'; readonly holder: string }
  | { readonly reason: 'cart-conflict'; readonly cartId: CartId }
  | { readonly reason: 'conflict-moved-on' }
  | { readonly reason: 'order-not-cancellable'; readonly orderNumber: OrderNumber }
  | { readonly reason: 'cancellation-on-its-way'; readonly orderNumber: OrderNumber }
  | { readonly reason: 'outcome-not-known'; readonly key: CommandKey }
  | { readonly reason: 'price-list-exists'; readonly version: string }
  | { readonly reason: 'price-list-day-taken'; readonly version: string }
  | { readonly reason: 'receipt-without-figures' }
  | { readonly reason: 'too-many-scenarios'; readonly most: number }
  | { readonly reason: 'plan-day-past'; readonly day: Day }
  | { readonly reason: 'too-many-days'; readonly most: number }
  | { readonly reason: 'nothing-to-undo' }
  | { readonly reason: 'nothing-to-redo' }
  | { readonly reason: 'not-saved'; readonly detail: string };
