import type { Day } from '../../kernel/day.ts';
import { daySchema, z } from '../../kernel/parse.ts';
import { paymentMethods, type PaymentMethod } from '../../orders/payment.ts';

/** How renewals are ordered, and the assumptions of a plan. */
export interface RenewalChoices {
  readonly method: PaymentMethod;
  /** Months before the expiry at which the window opens (rules F, I2). */
  readonly noticeMonths: number;
  /** Months from today that the plan covers. */
  readonly horizonMonths: number;
  readonly forced: readonly Day[];
  readonly forbidden: readonly Day[];
  /**
   * Assumed increase of the yearly prices from the next renewal on; 1000 is a tenth. An extension today costs
   * today's prices.
   */
  readonly increaseBasisPoints: number;
  /** Assumed change of the users of every service from its next renewal on, never below zero. */
  readonly seats: number;
  /** The day to which everything that runs is extended now; null: no extension. */
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

/** Choices under a name. `id` is the name in lower case: one name is one scenario. */
export interface SavedScenario {
  readonly id: string;
  readonly name: string;
  readonly choices: RenewalChoices;
}

const nameSchema = z.string().trim().min(1).max(60);

/** The fields of a scenario: a name, whose case does not matter, and the choices. */
export const scenarioFields = { name: nameSchema, choices: choicesSchema };

export const savedScenarioSchema = z.object({ id: z.string().min(1).max(200), ...scenarioFields });

export const planFields = choicesSchema.pick({
  method: true,
  noticeMonths: true,
  horizonMonths: true,
  forced: true,
  forbidden: true,
});

/** How this desk plans its renewals, without assumptions. One record, id `plan`. */
export const planChoicesSchema = planFields.extend({ id: z.literal('plan') });
export type PlanChoices = z.output<typeof planChoicesSchema>;
