// What a member may ask the server about the studio's vendor.
import { z } from '../../kernel/parse.ts';
import type { SignInProblem } from '../../aruba/access.ts';
import { simulatorActionSchema } from '../../aruba/protocol.ts';

/** One sign-in is for the whole studio. The password goes to the vendor and is kept nowhere. */
export const vendorWishSchema = z.discriminatedUnion('kind', [
  z.object({ kind: z.literal('sign-in'), username: z.string().max(200), password: z.string().max(200) }),
  z.object({ kind: z.literal('sign-out') }),
  /** Somebody wants to see now what the vendor has. */
  z.object({ kind: z.literal('exchange') }),
  /** The other side of the counter: what the simulated vendor sees, after an action or without one. */
  z.object({ kind: z.literal('simulator'), action: simulatorActionSchema.nullable() }),
]);
export type VendorWish = z.output<typeof vendorWishSchema>;

/** `said`: the text of the simulator's answer. Absent after other wishes, and if it gave none. */
export interface VendorSaid {
  readonly refusal: SignInProblem | null;
  readonly said?: string;
}

/** Carries out a wish. Undefined if the studio has no vendor, or this process cannot reach it. */
export type VendorPort = (studio: string, wish: VendorWish) => Promise<VendorSaid | undefined>;
