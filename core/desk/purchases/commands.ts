import { daySchema, z } from '../../kernel/parse.ts';
import { cartIdSchema } from '../../orders/cart.ts';
import { serviceIdSchema } from '../../services/service.ts';
import { command } from '../define-command.ts';
import {
  expiriesSchema,
  purchaseEventIdSchema,
  purchaseIdSchema,
  recordableSchema,
} from '../rows/purchase-rows.ts';
import { approvePurchase, setApprovalLimit } from './decide-approval.ts';
import { activatePurchase } from './decide-activate.ts';
import { prepareBatch, preparePurchase } from './decide-prepare.ts';
import { correctHappening, recordHappening, takeBack } from './decide-purchase.ts';
import { countings } from './since-ordered.ts';

const purchaseId = purchaseIdSchema;
const reason = z.string().trim().min(1).max(300);
const counting = z.enum(countings).exactOptional();
/** Gross cents. Absent in what an earlier version wrote. */
const shownGross = z.int().exactOptional();
const own = { ownOnly: true } as const;

/** The commands about purchases in Aruba's pages (rule K). Nothing of them is sent anywhere. */
export const purchaseCommands = {
  /** `shownGross`: the total that the person saw. */
  'purchase/prepare': command({ cartId: cartIdSchema, shownGross }, preparePurchase, own),
  /** A purchase for each renewal of a session. `batch` names the session. */
  'purchase/prepare-batch': command(
    {
      serviceIds: z.array(serviceIdSchema).max(20_000),
      batch: z.string().trim().min(1).max(100),
      /** The totals that the person saw, by service. */
      shown: z.record(z.string(), z.int()).exactOptional(),
    },
    prepareBatch,
    own,
  ),
  'purchase/happened': command({ purchaseId, what: recordableSchema }, recordHappening, own),
  'purchase/activate': command(
    {
      purchaseId,
      day: daySchema,
      expiries: expiriesSchema,
      automaticRenewal: z.boolean().nullable(),
      countings: z.object({ users: counting, modules: counting, space: counting }).exactOptional(),
    },
    activatePurchase,
    own,
  ),
  'purchase/correct': command(
    { purchaseId, eventId: purchaseEventIdSchema, what: recordableSchema, reason },
    correctHappening,
    own,
  ),
  /** The gross, in cents, above which a purchase waits for an approval. Null: none does. */
  'approval/limit': command({ limit: z.int().min(0).max(100_000_000).nullable() }, setApprovalLimit, own),
  'approval/give': command({ purchaseId, shownGross }, approvePurchase, own),
  'purchase/take-back': command({ purchaseId, reason }, takeBack, own),
};
