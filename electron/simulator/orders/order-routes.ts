import type { CommandKey } from '../../../core/kernel/id.ts';
import { z } from '../../../core/kernel/parse.ts';
import type { Result } from '../../../core/kernel/result.ts';
import { orderNumberSchema, orderStates } from '../../../core/orders/order.ts';
import type { PaymentMethod } from '../../../core/orders/payment.ts';
import { orderRequestSchema, paymentRequestSchema, type OrderRequest } from '../../../core/aruba/protocol.ts';
import { acceptance, refusal } from '../commands.ts';
import { jsonBody, pageOf, pageQuerySchema, partOf, problem, queryOf } from '../http/http.ts';
import { keyOf, once, onceOrAgain, type Outcome } from '../http/once.ts';
import type { Handler, Vendor } from '../http/route.ts';
import { cancel, pay, type LifeRefusal } from './order-life.ts';
import { placeOrder } from './place-order.ts';
import { orderOf, type SimulatorDocument } from '../state/state.ts';

export const listQuerySchema = pageQuerySchema.extend({ status: z.enum(orderStates).optional() });

function place(state: SimulatorDocument, request: OrderRequest, key: CommandKey): Outcome {
  const placed = placeOrder(state, request, key, state.day);
  if (placed.ok)
    return {
      state: placed.value.state,
      answer: acceptance(placed.value.order.orderNumber, 'Ordine ricevuto'),
    };
  return {
    state,
    answer: refusal(placed.error.code, placed.error.text, { vendorQuote: placed.error.vendorQuote }),
  };
}

function cancelled(state: SimulatorDocument, orderNumber: string): Outcome {
  const known = orderOf(state, orderNumber)?.orderNumber ?? null;
  const result: Result<SimulatorDocument, LifeRefusal> = cancel(state, orderNumber, state.day);
  if (result.ok) return { state: result.value, answer: acceptance(known, 'Ordine annullato') };
  if (result.error.reason === 'unknown-order')
    return { state, answer: refusal('unknownOrder', `Ordine sconosciuto: ${orderNumber}`) };
  return {
    state,
    answer: refusal('notCancellable', "L'ordine non è più annullabile", { orderNumber: known }),
  };
}

function paid(state: SimulatorDocument, orderNumber: string, method: PaymentMethod | undefined): Outcome {
  const known = orderOf(state, orderNumber)?.orderNumber ?? null;
  const result = pay(state, orderNumber, state.day, method);
  if (result.ok) return { state: result.value, answer: acceptance(known, 'Pagamento eseguito') };
  if (result.error.reason === 'unknown-order')
    return { state, answer: refusal('unknownOrder', `Ordine sconosciuto: ${orderNumber}`) };
  return {
    state,
    answer: refusal('alreadyPaid', "L'ordine è già pagato o annullato", { orderNumber: known }),
  };
}

/** `GET /api/v2/orders` */
export const listOrders =
  ({ counter }: Vendor): Handler =>
  (c) => {
    const query = queryOf(c, listQuerySchema);
    if (!query.ok) return query.error;
    const { status } = query.value;
    return c.json(
      pageOf(
        counter
          .state()
          .orders.rows()
          .filter((order) => status === undefined || order.state === status),
        query.value,
      ),
    );
  };

/** `GET /api/v2/orders/{orderNumber}` */
export const readOrder =
  ({ counter }: Vendor): Handler =>
  (c) => {
    const order = orderOf(counter.state(), partOf(c, 'orderNumber'));
    return order === undefined ? problem(c, 404, 'Ordine sconosciuto') : c.json(order);
  };

/** `POST /api/v2/orders` */
export const postOrder =
  ({ counter }: Vendor): Handler =>
  async (c) => {
    const key = keyOf(c);
    if (!key.ok) return key.error;
    const request = await jsonBody(c, orderRequestSchema);
    if (!request.ok) return request.error;
    return once(c, counter, key.value, request.value, (state) => place(state, request.value, key.value));
  };

/** `POST /api/v2/orders/{orderNumber}/cancel` */
export const cancelOrder =
  ({ counter }: Vendor): Handler =>
  (c) => {
    const key = keyOf(c);
    if (!key.ok) return key.error;
    const orderNumber = orderNumberSchema.safeParse(partOf(c, 'orderNumber'));
    if (!orderNumber.success) return problem(c, 400, 'Campo non valido: orderNumber: otto cifre');
    return once(c, counter, key.value, null, (state) => cancelled(state, orderNumber.data));
  };

/** `POST /api/v2/orders/{orderNumber}/payments` */
export const payOrder =
  ({ counter }: Vendor): Handler =>
  async (c) => {
    const orderNumber = orderNumberSchema.safeParse(partOf(c, 'orderNumber'));
    if (!orderNumber.success) return problem(c, 400, 'Campo non valido: orderNumber: otto cifre');
    const request = await jsonBody(c, paymentRequestSchema);
    if (!request.ok) return request.error;
    return onceOrAgain(c, counter, request.value, (state) =>
      paid(state, orderNumber.data, request.value.method),
    );
  };
