// Every route of the vendor with what it takes and gives, by the very schemas that check requests and type
// the client.
import { cartIdSchema } from '../../../core/orders/cart.ts';
import { priceListSchema } from '../../../core/catalog/price-list.ts';
import { z } from '../../../core/kernel/parse.ts';
import { commandKeySchema, orderNumberSchema, orderSchema } from '../../../core/orders/order.ts';
import {
  panelUserSchema,
  serviceIdSchema,
  serviceItemSchema,
  serviceSchema,
} from '../../../core/services/service.ts';
import * as wire from '../../../core/aruba/protocol.ts';
import { faultSchema } from '../faults/faults.ts';
import { pageQuerySchema, pageSchemaOf, problemSchema } from './http.ts';
import { limitsAnswerSchema, limitsRequestSchema } from './limits.ts';
import { listQuerySchema } from '../orders/order-routes.ts';
import { changesQuerySchema } from './routes.ts';

/** `html`: a page, as Aruba answers to too many requests (domain.md 6.5). */
export type Answer = z.ZodType | 'html';

export interface ApiRoute {
  readonly method: 'get' | 'post' | 'put' | 'delete';
  readonly path: string;
  readonly summary: string;
  /** Whether it wants `Authorization: Bearer`. */
  readonly bearer: boolean;
  readonly query?: z.ZodObject;
  /** Request headers besides the usual ones. */
  readonly headers?: z.ZodObject;
  readonly body?: {
    readonly type: 'application/json' | 'application/x-www-form-urlencoded';
    readonly schema: z.ZodType;
  };
  readonly answers: Readonly<Record<number, Answer>>;
  /** Headers that the 200 comes with. */
  readonly gives?: readonly string[];
}

/** What the variable parts of paths look like. */
export const pathParameters: Readonly<Record<string, z.ZodType>> = {
  serviceId: serviceIdSchema,
  orderNumber: orderNumberSchema,
  cartId: cartIdSchema,
  username: z.string(),
};

/** Schemas that the document names, to refer to them instead of repeating them. */
export const namedSchemas = {
  Problem: problemSchema,
  Token: wire.tokenSchema,
  UserInfo: wire.userInfoSchema,
  Service: serviceSchema,
  Order: orderSchema,
  PriceList: priceListSchema,
  Mail: wire.mailSchema,
  OrderRequest: wire.orderRequestSchema,
  CommandAnswer: wire.orderAnswerSchema,
  VendorChange: wire.vendorChangeSchema,
  SimulatorState: wire.simulatorStateSchema,
} as const satisfies Readonly<Record<string, z.ZodType>>;

const failed = { 429: 'html', 500: problemSchema } as const;
/** Whatever wants a token. */
const guarded = { 401: problemSchema, ...failed };
const json = (schema: z.ZodType) => ({ type: 'application/json', schema }) as const;
const keyed = z.object({ 'Idempotency-Key': commandKeySchema });
const keyedOrNot = z.object({ 'Idempotency-Key': commandKeySchema.optional() });

const read = (
  path: string,
  summary: string,
  schema: z.ZodType,
  more: Pick<ApiRoute, 'query'> & { readonly missing?: true } = {},
): ApiRoute => {
  const { missing, ...rest } = more;
  const answers = {
    200: schema,
    ...(rest.query === undefined ? {} : { 400: problemSchema }),
    ...(missing ? { 404: problemSchema } : {}),
    ...guarded,
  };
  return { method: 'get', path: `/api/v2/${path}`, summary, bearer: true, ...rest, answers };
};
const list = (path: string, summary: string, item: z.ZodType, missing?: true): ApiRoute =>
  read(path, summary, pageSchemaOf(item), { query: pageQuerySchema, ...(missing ? { missing } : {}) });

/** Something that the vendor does once: accepted and refused by the business are both 200 (domain.md 6.4). */
const command = (
  method: ApiRoute['method'],
  path: string,
  summary: string,
  body?: z.ZodType,
  headers: z.ZodObject = keyed,
): ApiRoute => ({
  method,
  path: `/api/v2/${path}`,
  summary,
  bearer: true,
  headers,
  ...(body === undefined ? {} : { body: json(body) }),
  answers: {
    200: wire.orderAnswerSchema,
    400: problemSchema,
    409: problemSchema,
    413: problemSchema,
    422: problemSchema,
    ...guarded,
  },
});

const simulator = (path: string, summary: string, body: z.ZodType, schema: z.ZodType): ApiRoute => ({
  method: 'post',
  path: `/simulator/${path}`,
  summary,
  bearer: false,
  body: json(body),
  answers: { 200: schema, 400: problemSchema, 413: problemSchema, 500: problemSchema },
});

const grantSchema = z.object({
  grant_type: z.enum(['password', 'refresh_token']),
  username: z.string().optional(),
  password: z.string().optional(),
  refresh_token: z.string().optional(),
});

const cart = {
  path: '/api/v2/carts/{cartId}',
  bearer: true,
  answers: { 200: wire.vendorCartSchema, 400: problemSchema, ...guarded },
  gives: ['ETag'],
} as const;

export const apiRoutes: readonly ApiRoute[] = [
  {
    method: 'post',
    path: '/auth/signin',
    summary: 'Sign in with a password, or go on with a refresh token',
    bearer: false,
    body: { type: 'application/x-www-form-urlencoded', schema: grantSchema },
    answers: { 200: wire.tokenSchema, 400: wire.tokenErrorSchema, 413: problemSchema, ...failed },
  },
  {
    method: 'get',
    path: '/auth/userInfo',
    summary: 'Whose account it is',
    bearer: true,
    answers: { 200: wire.userInfoSchema, ...guarded },
  },
  list('priceLists', 'Price lists, the newest last', priceListSchema),
  list('services', 'All services', serviceSchema),
  read('services/{serviceId}', 'One service', serviceSchema, { missing: true }),
  list('services/{serviceId}/items', 'What was bought for a service', serviceItemSchema, true),
  list('services/{serviceId}/users', 'The additional users of a service', panelUserSchema, true),
  command('post', 'services/{serviceId}/users', 'Create an additional user', wire.newUserSchema),
  command(
    'put',
    'services/{serviceId}/users/{username}',
    'Change e-mail and permissions of a user',
    wire.userChangeSchema,
  ),
  command(
    'delete',
    'services/{serviceId}/users/{username}',
    'Delete a user; the username is not given again',
  ),
  command(
    'put',
    'services/{serviceId}/automaticRenewal',
    'Automatic renewal on or off',
    wire.automaticRenewalSchema,
    keyedOrNot,
  ),
  read('orders', 'All orders, or those in one state', pageSchemaOf(orderSchema), { query: listQuerySchema }),
  read('orders/{orderNumber}', 'One order', orderSchema, { missing: true }),
  command('post', 'orders', 'Place an order', wire.orderRequestSchema),
  command('post', 'orders/{orderNumber}/cancel', 'Cancel an order that awaits payment'),
  command(
    'post',
    'orders/{orderNumber}/payments',
    'Pay an order (only a mock can)',
    wire.paymentRequestSchema,
    keyedOrNot,
  ),
  { ...cart, method: 'get', summary: 'A cart; one that nobody wrote is empty' },
  {
    ...cart,
    method: 'put',
    summary: 'Write a cart whose version is known',
    headers: keyed.extend({ 'If-Match': z.string() }),
    body: json(wire.cartBodySchema),
    answers: {
      ...cart.answers,
      409: problemSchema,
      412: problemSchema,
      413: problemSchema,
      428: problemSchema,
    },
  },
  list('mails', 'Mails that the vendor sent', wire.mailSchema),
  read('changes', 'What changed after a cursor, each thing whole', wire.changesSchema, {
    query: changesQuerySchema,
  }),
  {
    method: 'get',
    path: '/simulator/state',
    summary: 'The other side of the counter',
    bearer: false,
    answers: { 200: wire.simulatorStateSchema, 500: problemSchema },
  },
  simulator(
    'actions',
    'What a person at the vendor, or time, would do',
    wire.simulatorActionSchema,
    wire.simulatorAnswerSchema,
  ),
  simulator(
    'faults',
    'What goes wrong between client and vendor',
    faultSchema,
    problemSchema.extend({ fault: faultSchema }),
  ),
  simulator('limits', 'Requests a minute', limitsRequestSchema, limitsAnswerSchema),
  {
    method: 'get',
    path: '/openapi.json',
    summary: 'This document',
    bearer: false,
    answers: { 200: z.looseObject({ openapi: z.literal('3.1.0') }) },
  },
];
