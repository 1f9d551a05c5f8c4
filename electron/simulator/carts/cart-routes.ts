import { cartIdSchema } from '../../../core/orders/cart.ts';
import { commandKeySchema } from '../../../core/orders/order.ts';
import { cartBodySchema, type VendorCart } from '../../../core/aruba/protocol.ts';
import { cartOf, writeCart } from '../state/change-log.ts';
import { jsonBody, partOf, problem } from '../http/http.ts';
import type { Handler, Vendor } from '../http/route.ts';

const etagOf = ({ version }: VendorCart): string => `"${version}"`;

/** `GET /api/v2/carts/{cartId}` */
export const readCart =
  ({ counter }: Vendor): Handler =>
  (c) => {
    const id = cartIdSchema.safeParse(partOf(c, 'cartId'));
    if (!id.success) return problem(c, 400, 'Campo non valido: cartId');
    const cart = cartOf(counter.state(), id.data);
    c.header('ETag', etagOf(cart));
    return c.json(cart);
  };

/** `PUT /api/v2/carts/{cartId}` */
export const putCart =
  ({ counter }: Vendor): Handler =>
  async (c) => {
    const id = cartIdSchema.safeParse(partOf(c, 'cartId'));
    if (!id.success) return problem(c, 400, 'Campo non valido: cartId');
    const key = commandKeySchema.safeParse(c.req.header('idempotency-key')?.toLowerCase());
    if (!key.success) return problem(c, 400, 'Campo non valido: Idempotency-Key: serve un UUID');
    const body = await jsonBody(c, cartBodySchema);
    if (!body.ok) return body.error;
    const state = counter.state();
    const match = c.req.header('if-match');
    if (match === undefined) return problem(c, 428, 'Serve If-Match con la versione del carrello');
    const known = cartOf(state, id.data);
    // The same write again, because its answer was lost: it was done already.
    if (!known.writes.includes(key.data)) {
      if (match !== etagOf(known)) return problem(c, 412, 'Il carrello è cambiato nel frattempo');
      counter.commit(writeCart(state, id.data, body.value.content, key.data));
    }
    const cart = cartOf(counter.state(), id.data);
    c.header('ETag', etagOf(cart));
    return c.json(cart);
  };
