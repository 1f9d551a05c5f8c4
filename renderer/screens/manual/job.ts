import type { Route } from '../../store/ui-store.ts';
import type { Language } from '../../text/text.ts';

export const jobIds = [
  'begin',
  'staff',
  'services',
  'seats',
  'cart',
  'purchase',
  'quote',
  'renewals',
  'backups',
  'share',
] as const;
export type JobId = (typeof jobIds)[number];

/**
 * A sentence of the manual, in Italian and English. What stands in braces is filled in:
 * `{people.import}` a text of the program by its id, so that a renamed button is renamed here too;
 * `{~members.role-read}` a text that does not stand out; `{people.all|count=6}` one with values;
 * `{€7099}` an amount in cents; `{#cart}` a chapter's number.
 * A test compares the amounts with what the program computes.
 */
export type Sentence = readonly [italian: string, english: string];

/** A screen that the manual opens. */
export type OpenScreen = Extract<
  Route['screen'],
  | 'status'
  | 'people'
  | 'import'
  | 'services'
  | 'import-services'
  | 'cart'
  | 'orders'
  | 'invoices'
  | 'quotes'
  | 'renewals'
  | 'recharge'
  | 'rules'
  | 'settings'
>;

export interface Step {
  readonly says: Sentence;
  readonly opens?: OpenScreen;
}

/** One job: when one does it, its steps, what to watch for, and what the picture shows. */
export interface Job {
  readonly title: Sentence;
  readonly when: Sentence;
  readonly steps: readonly Step[];
  readonly mind: readonly Sentence[];
  readonly picture: Sentence;
  /** The screens whose help it is. */
  readonly helps: readonly Route['screen'][];
}

/** Where the picture of a job lies (`npm run pictures` makes it). */
export const pictureOf = (id: JobId, language: Language): string => `manual/${language}/${id}.png`;
