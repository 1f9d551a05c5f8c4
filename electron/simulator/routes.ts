// Every route of the vendor: what it takes and returns, and its handler. The same
// schemas give the client its types.
import { cartIdSchema } from '../../core/orders/cart.ts';
import { priceListSchema } from '../../core/catalog/price-list.ts';
import { z } from '../../core/kernel/parse.ts';
import { orderNumberSchema, orderSchema } from '../../core/orders/order.ts';
import {
  panelUserSchema,
  serviceIdSchema,
  serviceItemSchema,
  serviceSchema,
} from '../../core/services/service.ts';
import * as wire from '../../core/aruba/protocol.ts';
import { putCart, readCart } from './carts/cart-routes.ts';
import { faultSchema } from './faults/faults.ts';
import { signIn, userInfo } from './http/auth.ts';
import { pageSchemaOf, problemSchema } from './http/http.ts';
import { limitsAnswerSchema, limitsRequestSchema } from './http/limits.ts';
import {
  changesQuerySchema,
  listMails,
  listPart,
  listPriceLists,
  listServices,
  readChanges,
  readService,
} from './http/reads.ts';
import {
  command,
  failed,
  guarded,
  json,
  keyed,
  keyedOrNot,
  list,
  read,
  simulator,
  type Route,
} from './http/route.ts';
import { act, readSimulator } from './http/simulator-routes.ts';
import {
  cancelOrder,
  listOrders,
  listQuerySchema,
  payOrder,
  postOrder,
  readOrder,
} from './orders/order-routes.ts';
import { setAutomaticRenewal } from './orders/renewal-routes.ts';
import { createUser, deleteUser, putUser } from './users/user-routes.ts';

/** The form of the variable parts of paths. */
export const pathParameters: Readonly<Record<string, z.ZodType>> = {
  serviceId: serviceIdSchema,
  orderNumber: orderNumberSchema,
  cartId: cartIdSchema,
  username: z.string(),
};

/** Schemas with a name in the document. The document refers to them and does not repeat them. */
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

/** The Hono application and the OpenAPI document both come from this table. */
export const routes: readonly Route[] = [
  {
    method: 'post',
    path: '/auth/signin',
    summary: 'Sign in with a password, or go on with a refresh token',
    bearer: false,
    body: { type: 'application/x-www-form-urlencoded', schema: grantSchema },
    answers: { 200: wire.tokenSchema, 400: wire.tokenErrorSchema, 413: problemSchema, ...failed },
    handler: signIn,
  },
  {
    method: 'get',
    path: '/auth/userInfo',
    summary: 'Whose account it is',
    bearer: true,
    answers: { 200: wire.userInfoSchema, ...guarded },
    handler: userInfo,
  },
  list('priceLists', 'Price lists, the newest last', priceListSchema, listPriceLists),
  list('services', 'All services', serviceSchema, listServices),
  read('services/{serviceId}', 'One service', serviceSchema, readService, { missing: true }),
  list(
    'services/{serviceId}/items',
    'What was bought for a service',
    serviceItemSchema,
    listPart('items'),
    true,
  ),
  list(
    'services/{serviceId}/users',
    'The additional users of a service',
    panelUserSchema,
    listPart('users'),
    true,
  ),
  command('post', 'services/{serviceId}/users', 'Create an additional user', createUser, wire.newUserSchema),
  command(
    'put',
    'services/{serviceId}/users/{username}',
    'Change e-mail and permissions of a user',
    putUser,
    wire.userChangeSchema,
  ),
  command(
    'delete',
    'services/{serviceId}/users/{username}',
    'Delete a user; the username is not given again',
    deleteUser,
  ),
  command(
    'put',
    'services/{serviceId}/automaticRenewal',
    'Automatic renewal on or off',
    setAutomaticRenewal,
    wire.automaticRenewalSchema,
    keyedOrNot,
  ),
  read('orders', 'All orders, or those in one state', pageSchemaOf(orderSchema), listOrders, {
    query: listQuerySchema,
  }),
  read('orders/{orderNumber}', 'One order', orderSchema, readOrder, { missing: true }),
  command('post', 'orders', 'Place an order', postOrder, wire.orderRequestSchema),
  command('post', 'orders/{orderNumber}/cancel', 'Cancel an order that awaits payment', cancelOrder),
  command(
    'post',
    'orders/{orderNumber}/payments',
    'Pay an order (only a mock can)',
    payOrder,
    wire.paymentRequestSchema,
    keyedOrNot,
  ),
  { ...cart, method: 'get', summary: 'A cart; one that nobody wrote is empty', handler: readCart },
  {
    ...cart,
    method: 'put',
    summary: 'Write a cart whose version is known',
    headers: keyed.extend({ 'If-Match': z.string() }),
    body: json(wire.cartBodySchema),
    answers: {
      ...cart.answers,
      409: problemSchema,
      410: problemSchema,
      412: problemSchema,
      413: problemSchema,
      428: problemSchema,
    },
    handler: putCart,
  },
  list('mails', 'Mails that the vendor sent', wire.mailSchema, listMails),
  read('changes', 'What changed after a cursor, each thing whole', wire.changesSchema, readChanges, {
    query: changesQuerySchema,
  }),
  {
    method: 'get',
    path: '/simulator/state',
    summary: 'The other side of the counter',
    bearer: false,
    answers: { 200: wire.simulatorStateSchema, 500: problemSchema },
    handler: readSimulator,
  },
  simulator(
    'actions',
    'What a person at the vendor, or time, would do',
    wire.simulatorActionSchema,
    wire.simulatorAnswerSchema,
    act,
  ),
  simulator(
    'faults',
    'What goes wrong between client and vendor',
    faultSchema,
    problemSchema.extend({ fault: faultSchema }),
    ({ setFault }) => setFault,
  ),
  simulator(
    'limits',
    'Requests a minute',
    limitsRequestSchema,
    limitsAnswerSchema,
    ({ setLimits }) => setLimits,
  ),
  {
    method: 'get',
    path: '/openapi.json',
    summary: 'This document',
    bearer: false,
    answers: { 200: z.looseObject({ openapi: z.literal('3.1.0') }) },
    handler: ({ document }) => document,
  },
];
