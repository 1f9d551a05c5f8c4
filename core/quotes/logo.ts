import { z } from '../kernel/parse.ts';
import { err, ok, type Result } from '../kernel/result.ts';

/** The picture at the top of what the firm prints. There is one record, with the id `firm`. */
export interface Logo {
  readonly id: 'firm';
  readonly type: 'image/png' | 'image/jpeg';
  readonly base64: string;
}

export const mostLogoBytes = 1_048_576;

/**
 * Longer than the largest logo allowed, so that a logo that is a little too large is refused with its size
 * and not as a malformed message.
 */
export const logoTextSchema = z.string().max(2_000_000);

export const logoSchema = z.object({
  id: z.literal('firm'),
  type: z.enum(['image/png', 'image/jpeg']),
  base64: z.string().max(1_400_000),
});

export type LogoRefusal =
  | { readonly reason: 'logo-too-big'; readonly bytes: number; readonly most: number }
  | { readonly reason: 'logo-not-a-picture' };

/** How PNG and JPEG begin, in base64. The file's content counts, not its name. */
const beginnings = [
  ['image/png', 'iVBORw0KGgo'],
  ['image/jpeg', '/9j/'],
] as const;

/** Accepts a PNG or JPEG of at most 1 MB, given in base64. Refuses anything else. */
export function readLogo(base64: string): Result<Logo, LogoRefusal> {
  const bytes =
    Math.floor((base64.length * 3) / 4) - (base64.endsWith('==') ? 2 : base64.endsWith('=') ? 1 : 0);
  if (bytes > mostLogoBytes) return err({ reason: 'logo-too-big', bytes, most: mostLogoBytes });
  const type = beginnings.find(([, beginning]) => base64.startsWith(beginning))?.[0];
  return type === undefined || !/^[A-Za-z0-9+/]+={0,2}$/.test(base64)
    ? err({ reason: 'logo-not-a-picture' })
    : ok({ id: 'firm', type, base64 });
}
