import { personDaySchema, z } from '../../kernel/parse.ts';
import { cartIdSchema } from '../../orders/cart.ts';
import { commandKeySchema, orderNumberSchema } from '../../orders/order.ts';
import { payerSchema, paymentMethods } from '../../orders/payment.ts';
import { serviceIdSchema } from '../../services/service.ts';
import { command } from '../define-command.ts';
import { cancelOrder, placeOrder, withdrawOrder } from './decide-order.ts';
import { sayPaid } from './say-paid.ts';
import { setAutomaticRenewal } from './switch-renewal.ts';

/** The commands about orders and automatic renewal. Orders are cancelled or withdrawn, not undone. */
export const orderCommands = {
  'order/confirm': command(
    {
      cartId: cartIdSchema,
      payer: payerSchema,
      method: z.enum(paymentMethods),
      clausesAccepted: z.boolean(),
      /** The total on the screen, in cents. If the cart has changed meanwhile, the order is refused. */
      shownGross: z.int(),
    },
    placeOrder,
    // The order rests on the steps before it.
    { undo: 'ends-all', needsVendor: true },
  ),
  'order/request-cancellation': command({ orderNumber: orderNumberSchema }, cancelOrder, {
    undo: 'never',
    needsVendor: true,
  }),
  'order/say-paid': command({ orderNumber: orderNumberSchema, on: personDaySchema.nullable() }, sayPaid),
  'order/withdraw': command({ key: commandKeySchema }, withdrawOrder, { undo: 'never' }),
  'automatic-renewal/switch': command({ serviceId: serviceIdSchema, on: z.boolean() }, setAutomaticRenewal, {
    needsVendor: true,
  }),
};
