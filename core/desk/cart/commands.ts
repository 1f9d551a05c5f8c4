import { moduleKinds, serviceKinds } from '../../catalog/item.ts';
import { z } from '../../kernel/parse.ts';
import { cartIdSchema, clientIdSchema } from '../../orders/cart.ts';
import { personIdSchema } from '../../people/person.ts';
import { reducibleKinds } from '../../renewals/reduce-groups.ts';
import { panelPermissions } from '../../services/permission.ts';
import { itemIdSchema, serviceIdSchema } from '../../services/service.ts';
import { command } from '../define-command.ts';
import { resolveConflict } from './cart-sync.ts';
import * as cart from './decide-cart.ts';
import * as renewal from './decide-renewal.ts';
import { applySeatPlan } from './decide-seat-plan.ts';

const cartId = cartIdSchema;
const serviceId = serviceIdSchema;
const serviceKind = z.enum(serviceKinds);

/** The commands about carts: additional users, first purchases, renewals. */
export const cartCommands = {
  /** Without a quantity: one user for each missing person. */
  'cart/open': command({ serviceId, quantity: z.int().exactOptional() }, cart.openCart),
  'cart/open-first': command({ clientId: clientIdSchema, serviceKind }, cart.openFirstPurchase),
  'cart/open-renewal': command({ serviceId }, renewal.openRenewal),
  /** Opens the renewal carts of a session as one step. */
  'session/prepare': command({ serviceIds: z.array(serviceIdSchema).max(20_000) }, renewal.prepareSession),
  'cart/renewal-years': command({ cartId, years: z.int() }, renewal.setRenewalYears),
  'cart/leave-out': command({ cartId, itemId: itemIdSchema, leftOut: z.boolean() }, renewal.setLeftOut),
  'cart/reduce': command(
    { cartId, kind: z.enum(reducibleKinds), to: z.int().nullable() },
    renewal.setReduction,
  ),
  'cart/quantity': command({ cartId, quantity: z.int() }, cart.setQuantity),
  'cart/extension': command({ cartId, on: z.boolean() }, cart.setExtension),
  'cart/module': command({ cartId, module: z.enum(moduleKinds), included: z.boolean() }, cart.setModule),
  /** A part that the command does not name stays. A promotion that begins leaves two years at most. */
  'cart/term': command(
    {
      cartId,
      serviceKind: serviceKind.exactOptional(),
      years: z.int().exactOptional(),
      promotion: z.boolean().exactOptional(),
    },
    cart.setTerm,
  ),
  'cart/convention': command({ cartId, code: z.string().max(40).nullable() }, cart.setConvention),
  'cart/discard': command({ cartId }, cart.discardCart),
  'cart/resolve': command(
    {
      cartId,
      /** The vendor's version that was on the screen when the person chose. */
      version: z.int().min(0),
      /** Whose value each conflicting line takes. */
      choices: z.record(z.string().max(80), z.enum(['mine', 'theirs'])),
    },
    resolveConflict,
  ),
  /** The plan of seats as one step. If `toCart`, missing seats go into the carts with their names. */
  'seat/plan': command(
    {
      wishes: z
        .array(
          z.object({
            serviceId,
            personId: personIdSchema,
            seat: z.boolean(),
            permissions: z.array(z.enum(panelPermissions)).max(panelPermissions.length).nullable(),
          }),
        )
        .max(200_000),
      toCart: z.boolean(),
    },
    applySeatPlan,
  ),
};
