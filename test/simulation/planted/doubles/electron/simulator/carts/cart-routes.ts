import { cartIdSchema } from '../../../../../../../core/orders/cart.ts';
import * as real from '../../../../../../../electron/simulator/carts/cart-routes.ts';
import { cartOf } from '../../../../../../../electron/simulator/state/change-log.ts';
import { faulty } from '../../../../plant.ts';

export * from '../../../../../../../electron/simulator/carts/cart-routes.ts';

export const putCart = faulty(real.putCart, {
  'If-Match ignored by the vendor': (vendor) => (c) => {
    const id = cartIdSchema.safeParse(c.req.param('cartId'));
    if (id.success && c.req.header('if-match') !== undefined) {
      const { version } = cartOf(vendor.counter.state(), id.data);
      c.req.raw.headers.set('if-match', `"${version}"`);
    }
    return real.putCart(vendor)(c);
  },
});
