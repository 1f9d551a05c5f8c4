import { moduleKinds } from '../../catalog/item.ts';
import { conventionCodeSchema, priceListSchema } from '../../catalog/price-list.ts';
import { letterheadLayouts } from '../../formats/paper/letterhead-layout.ts';
import { personDaySchema, z } from '../../kernel/parse.ts';
import { cartContentSchema, cartIdSchema, cartSubjectSchema, clientIdSchema } from '../../orders/cart.ts';
import { commandKeySchema, orderNumberSchema, orderSchema, figuresSchema } from '../../orders/order.ts';
import { payerSchema, paymentMethods } from '../../orders/payment.ts';
import { apartSchema } from '../../people/apart.ts';
import { columnUseSchema } from '../../people/import/columns.ts';
import { serviceColumnUseSchema } from '../../register/import/columns.ts';
import { personNoteSchema } from '../../people/note.ts';
import { personIdSchema, personSchema } from '../../people/person.ts';
import { receiptSchema } from '../../quotes/calibrate.ts';
import { logoSchema } from '../../quotes/logo.ts';
import { factSchema } from '../../register/fact.ts';
import { offPolicies } from '../../renewals/add-users.ts';
import { monthRules } from '../../renewals/months.ts';
import { historySchema } from '../../seats/history.ts';
import { seatRuleSchema } from '../../seats/seat-rule.ts';
import { seatNeedSchema, seatSchema } from '../../seats/seat.ts';
import { serviceIdSchema, serviceSchema } from '../../services/service.ts';
import {
  newUserSchema,
  orderRequestSchema,
  userChangeSchema,
  vendorCartSchema,
} from '../../aruba/protocol.ts';
import { quoteDocumentSchema, quoteIdSchema } from './quote-rows.ts';
import { accountChoicesSchema } from './account-choices.ts';
import { calendarFeedSchema } from './calendar-feed.ts';
import { forgottenSchema } from './forgotten.ts';
import { saidPaidSchema } from './said-paid.ts';
import { erasedSchema, mergedSchema } from './erased.ts';
import { invoiceChoicesSchema, invoiceRecordSchema } from './invoice-rows.ts';
import { approvalSchema } from './approval.ts';
import { purchaseRecordSchema } from './purchase-rows.ts';
import { operatorSchema } from './operator.ts';
import { reminderChoicesSchema } from './reminder-choices.ts';
import { sharedStudioSchema, waitingCommandSchema } from './shared-rows.ts';
import { toldSchema } from './told.ts';
import { vendorMarkSchema, vendorRowSchema } from './vendor-rows.ts';
import { planChoicesSchema, savedScenarioSchema } from './renewal-choices.ts';
import { savedViewSchema } from './saved-view.ts';
import type {
  MutableTables,
  ReplicaRows,
  ReplicaTables,
  Tables,
  WorkspaceRows,
  WorkspaceTables,
} from './state.ts';

/** An incomplete payer is stored as it is. The order form asks for the rest. */
const payerDraftSchema = z.object(
  Object.fromEntries(Object.keys(payerSchema.shape).map((name) => [name, z.string().max(254)])) as {
    [N in keyof typeof payerSchema.shape]: z.ZodString;
  },
);

const cartSchema = z.object({
  id: cartIdSchema,
  subject: cartSubjectSchema,
  quantity: z.int().min(0),
  personIds: z.array(personIdSchema),
  modules: z.array(z.enum(moduleKinds)),
  conventionCode: conventionCodeSchema.nullable(),
  // Carts of older versions have no quote.
  quoteId: quoteIdSchema.exactOptional(),
});

const refusalSchema = z.object({
  errorCode: z.string(),
  errorDescription: z.string(),
  vendorQuote: figuresSchema.nullable(),
});

/**
 * The one list of tables, each with the schema of its rows. The names and the empty tables derive from it.
 * A row read from disk is checked with its schema first.
 */
export const workspaceSchemas: { readonly [T in keyof WorkspaceRows]: z.ZodType<WorkspaceRows[T]> } = {
  firm: z.object({
    id: z.literal('firm'),
    name: z.string(),
    account: z.string(),
    payer: payerDraftSchema,
    rule: z.enum(monthRules),
    offPolicy: z.enum(offPolicies),
    language: z.enum(['it', 'en']),
    theme: z.enum(['system', 'light', 'dark']),
    // Older documents are samples (rule J1).
    studio: z.enum(['sample', 'own']).default('sample'),
    letterhead: z.enum(letterheadLayouts).exactOptional(),
  }),
  people: personSchema,
  clients: z.object({ id: clientIdSchema, name: z.string(), vatCode: z.string() }),
  needs: seatNeedSchema,
  seats: seatSchema,
  usernames: z.object({
    id: z.string(),
    serviceId: serviceIdSchema,
    username: z.string(),
    personId: personIdSchema,
  }),
  seatRules: seatRuleSchema,
  carts: cartSchema,
  cartBases: z.object({
    id: cartIdSchema,
    version: z.int().min(0),
    content: cartContentSchema.nullable(),
    sent: z.array(z.object({ key: commandKeySchema, content: cartContentSchema.nullable() })),
    // Older documents have none.
    forgotten: z.literal(true).exactOptional(),
  }),
  placements: z.object({
    id: commandKeySchema,
    cart: cartSchema,
    holder: z.string(),
    quote: figuresSchema,
    payer: payerSchema,
    method: z.enum(paymentMethods),
    placedOn: personDaySchema,
    personIds: z.array(personIdSchema),
    settled: z.boolean(),
  }),
  outbox: z.object({
    id: commandKeySchema,
    order: z.int(),
    command: z.discriminatedUnion('kind', [
      z.object({ kind: z.literal('order/place'), request: orderRequestSchema }),
      z.object({ kind: z.literal('order/cancel'), orderNumber: orderNumberSchema }),
      z.object({ kind: z.literal('service/automatic-renewal'), serviceId: serviceIdSchema, on: z.boolean() }),
      z.object({ kind: z.literal('user/create'), serviceId: serviceIdSchema, user: newUserSchema }),
      z.object({
        kind: z.literal('user/change'),
        serviceId: serviceIdSchema,
        username: z.string(),
        change: userChangeSchema,
      }),
      z.object({ kind: z.literal('user/delete'), serviceId: serviceIdSchema, username: z.string() }),
    ]),
    state: z.enum(['queued', 'sending', 'outcome-unknown', 'refused']),
    tries: z.int().min(0),
    lastAnswer: z.enum([
      'none',
      'unreachable',
      'no-answer',
      'rate-limited',
      'server-error',
      'unreadable',
      'too-much',
      'sign-in-needed',
      'received',
      'not-accepted',
    ]),
    refusal: refusalSchema.nullable(),
  }),
  ownPriceLists: priceListSchema,
  evidence: z.object({
    id: z.string(),
    on: personDaySchema,
    holder: z.string(),
    quantity: z.int(),
    receipt: receiptSchema,
    fits: z.array(z.object({ rule: z.enum(monthRules), offPolicy: z.enum(offPolicies) })),
  }),
  history: historySchema,
  columnMappings: z.object({ id: z.string(), use: columnUseSchema }),
  quotes: quoteDocumentSchema,
  logos: logoSchema,
  notes: personNoteSchema,
  apart: apartSchema,
  scenarios: savedScenarioSchema,
  views: savedViewSchema,
  reminderChoices: reminderChoicesSchema,
  told: toldSchema,
  calendarFeeds: calendarFeedSchema,
  planChoices: planChoicesSchema,
  facts: factSchema,
  operators: operatorSchema,
  purchases: purchaseRecordSchema,
  approvals: approvalSchema,
  invoices: invoiceRecordSchema,
  invoiceChoices: invoiceChoicesSchema,
  serviceColumns: z.object({ id: z.string(), use: serviceColumnUseSchema }),
  accountChoices: accountChoicesSchema,
  forgotten: forgottenSchema,
  saidPaid: saidPaidSchema,
  erased: erasedSchema,
  merged: mergedSchema,
  waiting: waitingCommandSchema,
  sharedStudio: sharedStudioSchema,
  vendorRows: vendorRowSchema,
  vendorMarks: vendorMarkSchema,
};

export const replicaSchemas: { readonly [T in keyof ReplicaRows]: z.ZodType<ReplicaRows[T]> } = {
  services: serviceSchema,
  orders: orderSchema,
  priceLists: priceListSchema,
  vendorCarts: vendorCartSchema,
};

export const workspaceTables = Object.keys(workspaceSchemas) as (keyof WorkspaceRows)[];
export const replicaTables = Object.keys(replicaSchemas) as (keyof ReplicaRows)[];

const empty = <Rows>(names: readonly (keyof Rows & string)[]): MutableTables<Rows> =>
  Object.fromEntries(names.map((name) => [name, new Map()])) as MutableTables<Rows>;

export const emptyWorkspace = (): WorkspaceTables => empty<WorkspaceRows>(workspaceTables);
export const emptyReplica = (): ReplicaTables => empty<ReplicaRows>(replicaTables);

/** The same rows in new maps: changing the copy leaves the original as it is. */
export const copyOf = <Rows>(tables: Tables<Rows>): MutableTables<Rows> =>
  Object.fromEntries(
    Object.entries(tables).map(([name, rows]) => [name, new Map(rows as ReadonlyMap<string, unknown>)]),
  ) as MutableTables<Rows>;
