import { z } from '../../kernel/parse.ts';
import { letterheadLayouts } from './letterhead-layout.ts';

// What the firm prints, as data. The shell draws the page itself, so no markup of the screen reaches paper.

const short = z.string().max(4000);
const pairs = z.array(z.object({ label: short, value: short })).max(200);

export const printDocumentSchema = z.object({
  language: z.enum(['it', 'en']),
  title: short,
  /** For tables of many columns. */
  landscape: z.literal(true).exactOptional(),
  letterhead: z.object({
    name: short,
    lines: z.array(short).max(20),
    logo: z
      .object({ type: z.enum(['image/png', 'image/jpeg']), base64: z.string().max(1_400_000) })
      .nullable(),
    layout: z.enum(letterheadLayouts).exactOptional(),
  }),
  /** What is said before the facts. */
  opening: z.string().max(20_000).exactOptional(),
  recipient: z.object({ label: short, name: short, lines: z.array(short).max(20) }).nullable(),
  facts: pairs,
  tables: z
    .array(
      z.object({
        title: short,
        columns: z.array(z.object({ label: short, number: z.boolean() })).max(12),
        rows: z.array(z.array(short).max(12)).max(20_000),
        /**
         * A last column of QR codes, drawn by the shell: the content of each row's code, and a label
         * for people who cannot see it.
         */
        codes: z
          .object({
            label: short,
            rows: z
              .array(z.object({ content: z.string().min(1).max(600), label: short }).nullable())
              .max(20_000),
          })
          .optional(),
      }),
    )
    .max(10),
  /** The last one is the total. */
  totals: pairs,
  notes: z.array(z.object({ title: short, text: z.string().max(20_000) })).max(20),
  /** What is said after the notes. */
  closing: z.string().max(20_000).exactOptional(),
  /** How each amount was calculated. */
  derivations: z.array(z.object({ title: short, steps: pairs })).max(500),
  footer: short,
});

/** A letter with tables and totals. Every text is ready to read, in one language. */
export type PrintDocument = z.output<typeof printDocumentSchema>;
