// Language and theme. In a studio of one computer they are the firm's. In a shared studio each computer has
// its own ones, and begins with the firm's.
import { z } from '../../kernel/parse.ts';

/** What was chosen on this computer. What was not is the firm's. */
export const ownLooksSchema = z.object({
  language: z.enum(['it', 'en']).exactOptional(),
  theme: z.enum(['system', 'light', 'dark']).exactOptional(),
});
type OwnLooks = Readonly<z.output<typeof ownLooksSchema>>;
export type Looks = Required<OwnLooks>;

/** The language and the theme on this computer. */
export function looksIn({
  firm,
  sharedStudio,
}: {
  readonly firm: ReadonlyMap<string, OwnLooks>;
  readonly sharedStudio: ReadonlyMap<string, { readonly looks?: OwnLooks }>;
}): Looks {
  const { language = 'it', theme = 'system' } = firm.get('firm') ?? {};
  return { language, theme, ...sharedStudio.get('studio')?.looks };
}
