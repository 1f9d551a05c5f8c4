// What a member may ask the server about the studio's vendor.
import { z } from '../../kernel/parse.ts';
import type { Result } from '../../kernel/result.ts';
import type { SignInProblem } from '../../aruba/access.ts';

/** One sign-in is for the whole studio. The password goes to the vendor and is kept nowhere. */
export const vendorWishSchema = z.discriminatedUnion('kind', [
  z.object({ kind: z.literal('sign-in'), username: z.string().max(200), password: z.string().max(200) }),
  z.object({ kind: z.literal('sign-out') }),
]);
export type VendorWish = z.output<typeof vendorWishSchema>;

/** Carries out a wish. Undefined if the studio has no vendor, or this process cannot reach it. */
export type VendorPort = (
  studio: string,
  wish: VendorWish,
) => Promise<Result<null, SignInProblem> | undefined>;
