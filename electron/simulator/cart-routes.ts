import { Hono } from 'hono';
import { cartBodySchema } from '../../core/vendor/protocol.ts';
import type { Desk } from './desk.ts';
import { jsonBody, problem } from './http.ts';
import { cartIdSchema, type SimulatorDocument, type VendorCart } from './state.ts';

const etagOf = (cart: VendorCart | undefined): string => `"${cart?.version ?? 0}"`;

function putCart(state: SimulatorDocument, cart: VendorCart): SimulatorDocument {
  return { ...state, carts: [...state.carts.filter(({ id }) => id !== cart.id), cart] };
}

/** Carts with an ETag; a write without If-Match is 428, with another one 412 (RFC 6585, RFC 9110). A cart nobody wrote is empty, `"0"`. */
export function cartRoutes(desk: Desk): Hono {
  const routes = new Hono();
  routes.get('/api/v2/carts/:cartId', (c) => {
    const id = cartIdSchema.safeParse(c.req.param('cartId'));
    if (!id.success) return problem(c, 400, 'Campo non valido: cartId');
    const cart = desk.state().carts.find((known) => known.id === id.data);
    c.header('ETag', etagOf(cart));
    return c.json({ purchase: cart?.purchase ?? null });
  });
  routes.put('/api/v2/carts/:cartId', async (c) => {
    const id = cartIdSchema.safeParse(c.req.param('cartId'));
    if (!id.success) return problem(c, 400, 'Campo non valido: cartId');
    const body = await jsonBody(c, cartBodySchema);
    if (!body.ok) return body.error;
    const state = desk.state();
    const cart = state.carts.find((known) => known.id === id.data);
    const match = c.req.header('if-match');
    if (match === undefined) return problem(c, 428, 'Serve If-Match con la versione del carrello');
    if (match !== etagOf(cart)) return problem(c, 412, 'Il carrello è cambiato nel frattempo');
    const next: VendorCart = { id: id.data, version: (cart?.version ?? 0) + 1, purchase: body.value.purchase };
    desk.commit(putCart(state, next));
    c.header('ETag', etagOf(next));
    return c.json({ purchase: next.purchase });
  });
  return routes;
}
