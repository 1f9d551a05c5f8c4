import { z } from '../../kernel/parse.ts';

/** The most characters of a system user that are kept. */
export const longestUser = 100;

/**
 * A person who works with this studio, by the system user that the computer knows (rule J6). `id` is the
 * system user. The name stands in every row of the history that the person makes from then on.
 */
export interface Operator {
  readonly id: string;
  readonly name: string;
}

/** The answer to "Chi sei?". */
export const operatorNameSchema = z.string().trim().min(1).max(100);

export const operatorSchema = z.object({
  id: z.string().min(1).max(longestUser),
  name: operatorNameSchema,
});
