import type { CartId, ServiceId } from '../../kernel/id.ts';
import { z } from '../../kernel/parse.ts';
import { cartIdSchema } from '../../orders/cart.ts';
import { orderSchema, type Order } from '../../orders/order.ts';
import { panelUserSchema, serviceIdSchema, type PanelUser } from '../../services/service.ts';

interface OfService {
  readonly serviceId: ServiceId;
  readonly holder: string;
}

/**
 * One thing that the vendor knew and no longer knows.
 * `order`: the whole order. Its number may belong to another order by now.
 * `order-back`: the vendor knows the order, but not how far it had come.
 * `user-created`: the panel has lost the user. `user-deleted`: it has the user again.
 * `cart`: the vendor has an older cart, and ours differs from it.
 */
export type ForgottenThing =
  | { readonly kind: 'order' | 'order-back'; readonly order: Order }
  | ({ readonly kind: 'service' } & OfService)
  | ({ readonly kind: 'user-created' | 'user-changed'; readonly user: PanelUser } & OfService)
  | ({ readonly kind: 'user-deleted'; readonly username: string } & OfService)
  | ({ readonly kind: 'automatic-renewal'; readonly on: boolean } & OfService)
  | { readonly kind: 'cart'; readonly cartId: CartId; readonly holder: string };

/**
 * What the vendor forgot, and what the person did about it. It stays, so that nothing is told or sent twice.
 */
export interface Forgotten {
  /** The vendor's new past and the thing, so that the same loss has the same id after a crash. */
  readonly id: string;
  /** Milliseconds since 1970 at which it was found. */
  readonly at: number;
  readonly thing: ForgottenThing;
  readonly state: 'open' | 'sent-again' | 'let-go';
}

const ofService = { serviceId: serviceIdSchema, holder: z.string().max(200) };

export const forgottenSchema: z.ZodType<Forgotten> = z.object({
  id: z.string().min(1).max(300),
  at: z.number(),
  thing: z.discriminatedUnion('kind', [
    z.object({ kind: z.enum(['order', 'order-back']), order: orderSchema }),
    z.object({ kind: z.literal('service'), ...ofService }),
    z.object({ kind: z.enum(['user-created', 'user-changed']), ...ofService, user: panelUserSchema }),
    z.object({ kind: z.literal('user-deleted'), ...ofService, username: z.string().max(64) }),
    z.object({ kind: z.literal('automatic-renewal'), ...ofService, on: z.boolean() }),
    z.object({ kind: z.literal('cart'), cartId: cartIdSchema, holder: z.string().max(200) }),
  ]),
  state: z.enum(['open', 'sent-again', 'let-go']),
});
