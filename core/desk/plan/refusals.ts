import type { Day } from '../../kernel/day.ts';

/** Why the plan of renewals stays as it is. */
export type PlanRefusal =
  | { readonly reason: 'too-many-scenarios'; readonly most: number }
  | { readonly reason: 'plan-day-past'; readonly day: Day }
  | { readonly reason: 'too-many-days'; readonly most: number };
