import type { Day } from '../../kernel/day.ts';
import { daySchema, z } from '../../kernel/parse.ts';
import { paymentMethods, type PaymentMethod } from '../../orders/payment.ts';

/** How the renewals are to be ordered, and what is assumed about them. */
export interface RenewalChoices {
  readonly method: PaymentMethod;
  /** The window opens so many months before the expiry (rules F, I2). */
  readonly noticeMonths: number;
  /** How far to look, from today. */
  readonly horizonMonths: number;
  readonly forced: readonly Day[];
  readonly forbidden: readonly Day[];
  /**
   * Yearly prices are so much higher from the next renewal on; a tenth is 1000. What is extended today costs
   * what it costs today.
   */
  readonly increaseBasisPoints: number;
  /** So many users more, or fewer, on every service from its next renewal on; never below none. */
  readonly seats: number;
  /** Everything that runs is brought to this day now; null: nothing is. */
  readonly extendTo: Day | null;
}

export const defaultRenewalChoices: RenewalChoices = {
  method: 'bank-transfer',
  noticeMonths: 3,
  horizonMonths: 12,
  forced: [],
  forbidden: [],
  increaseBasisPoints: 0,
  seats: 0,
  extendTo: null,
};

export const mostIncrease = 100_000;
export const mostSeatChange = 100;
export const mostChosenDays = 400;
const days = z.array(daySchema).max(mostChosenDays).readonly();

const choicesSchema = z.object({
  method: z.enum(paymentMethods),
  noticeMonths: z.int().min(1).max(12),
  horizonMonths: z.int().min(1).max(120),
  forced: days,
  forbidden: days,
  increaseBasisPoints: z.int().min(0).max(mostIncrease),
  seats: z.int().min(-mostSeatChange).max(mostSeatChange),
  extendTo: daySchema.nullable(),
});

/** Choices kept under a name; `id` is the name as it is compared, so that one name is one scenario. */
export interface SavedScenario {
  readonly id: string;
  readonly name: string;
  readonly choices: RenewalChoices;
}

const nameSchema = z.string().trim().min(1).max(60);

/** What is saved: a name, compared without its case, and the choices. */
export const scenarioFields = { name: nameSchema, choices: choicesSchema };

export const savedScenarioSchema = z.object({ id: z.string().min(1).max(200), ...scenarioFields });

export const planFields = choicesSchema.pick({
  method: true,
  noticeMonths: true,
  horizonMonths: true,
  forced: true,
  forbidden: true,
});

/** How this desk wants its renewals planned, without any assumption: one record, id `plan`. */
export const planChoicesSchema = planFields.extend({ id: z.literal('plan') });
export type PlanChoices = z.output<typeof planChoicesSchema>;
