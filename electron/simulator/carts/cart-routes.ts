import { Hono } from 'hono';
import { cartIdSchema } from '../../../core/orders/cart.ts';
import { commandKeySchema } from '../../../core/orders/order.ts';
import { cartBodySchema, type VendorCart } from '../../../core/aruba/protocol.ts';
import { cartOf, writeCart } from '../state/change-log.ts';
import type { Counter } from '../counter.ts';
import { jsonBody, problem } from '../http/http.ts';

const etagOf = ({ version }: VendorCart): string => `"${version}"`;

/** Carts with an ETag; a write without If-Match is 428, with another one 412 (RFC 6585, RFC 9110). */
export function cartRoutes(counter: Counter): Hono {
  const routes = new Hono();
  routes.get('/api/v2/carts/:cartId', (c) => {
    const id = cartIdSchema.safeParse(c.req.param('cartId'));
    if (!id.success) return problem(c, 400, 'Campo non valido: cartId');
    const cart = cartOf(counter.state(), id.data);
    c.header('ETag', etagOf(cart));
    return c.json(cart);
  });
  routes.put('/api/v2/carts/:cartId', async (c) => {
    const id = cartIdSchema.safeParse(c.req.param('cartId'));
    if (!id.success) return problem(c, 400, 'Campo non valido: cartId');
    const key = commandKeySchema.safeParse(c.req.header('idempotency-key')?.toLowerCase());
    if (!key.success) return problem(c, 400, 'Campo non valido: Idempotency-Key: serve un UUID');
    const body = await jsonBody(c, cartBodySchema);
    if (!body.ok) return body.error;
    const state = counter.state();
    const match = c.req.header('if-match');
    if (match === undefined) return problem(c, 428, 'Serve If-Match con la versione del carrello');
    const known = cartOf(state, id.data);
    // The same write once more, its answer was lost: it is done.
    if (!known.writes.includes(key.data)) {
      if (match !== etagOf(known)) return problem(c, 412, 'Il carrello è cambiato nel frattempo');
      counter.commit(writeCart(state, id.data, body.value.content, key.data));
    }
    const cart = cartOf(counter.state(), id.data);
    c.header('ETag', etagOf(cart));
    return c.json(cart);
  });
  return routes;
}
