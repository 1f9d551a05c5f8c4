import { createIntl, createIntlCache, type IntlShape } from '@formatjs/intl';
import { calendarText } from '../papers/calendar-text.ts';
import { explanationTexts } from './explanation-text.ts';
import { purchasesText } from '../screens/purchases/text.ts';
import { invoiceRefusalsText } from '../screens/invoices/refusals-text.ts';
import { invoicesText } from '../screens/invoices/text.ts';
import { purchaseRefusalsText } from '../screens/purchases/refusals-text.ts';
import { registerRefusalsText } from '../screens/register/refusals-text.ts';
import { arrangementText } from '../screens/register/arrangement/text.ts';
import { registerText } from '../screens/register/text.ts';
import { sharedStudioText } from '../screens/shared/text.ts';
import { studioText } from '../screens/studio/text.ts';
import { refusalsText } from './refusals-text.ts';
import { remindersText } from './reminders-text.ts';
import { sharedText } from './shared-text.ts';
import { keysText } from '../shell/keys-text.ts';
import { stepsText } from '../shell/steps-text.ts';
import { shellText } from '../shell/text.ts';
import { cartText } from '../screens/cart/text.ts';
import { forgottenText } from '../screens/forgotten/text.ts';
import { orderRefusalsText } from '../screens/orders/refusals-text.ts';
import { ordersText } from '../screens/orders/text.ts';
import { panelText } from '../screens/people/list/panel-text.ts';
import { peopleText } from '../screens/people/list/text.ts';
import { backupRefusalsText } from '../screens/backups/refusals-text.ts';
import { quoteRefusalsText } from '../screens/quotes/refusals-text.ts';
import { offerText } from '../screens/quotes/offer-text.ts';
import { quotesText } from '../screens/quotes/text.ts';
import { renewalCartText } from '../screens/renewal-cart/text.ts';
import { serviceImportText } from '../screens/services/import/text.ts';
import { rulesText } from '../screens/rules/text.ts';
import { servicesText } from '../screens/services/text.ts';
import { homeText } from '../screens/status/home-text.ts';
import { statusText } from '../screens/status/text.ts';
import { syncText } from '../screens/sync/text.ts';
import type { lateTexts } from './late-texts.ts';

/** What the first screen says. Italian and English stand side by side, so that neither can be forgotten. */
const first = {
  ...explanationTexts,
  ...calendarText,
  ...refusalsText,
  ...orderRefusalsText,
  ...registerText,
  ...sharedStudioText,
  ...arrangementText,
  ...purchaseRefusalsText,
  ...purchasesText,
  ...invoiceRefusalsText,
  ...invoicesText,
  ...registerRefusalsText,
  ...studioText,
  ...remindersText,
  ...sharedText,
  ...keysText,
  ...stepsText,
  ...shellText,
  ...cartText,
  ...forgottenText,
  ...ordersText,
  ...panelText,
  ...peopleText,
  ...backupRefusalsText,
  ...quoteRefusalsText,
  ...quotesText,
  ...offerText,
  ...renewalCartText,
  ...rulesText,
  ...servicesText,
  ...serviceImportText,
  ...homeText,
  ...statusText,
  ...syncText,
} as const;

export type TextId = keyof typeof first | keyof typeof lateTexts;
export type Language = 'it' | 'en';
type Values = Readonly<Record<string, string | number>>;

const cache = createIntlCache();

let all: Readonly<Record<string, readonly [string, string]>> = first;

function intlFor(language: Language): IntlShape {
  const index = language === 'it' ? 0 : 1;
  const messages = Object.fromEntries(Object.entries(all).map(([id, pair]) => [id, pair[index]]));
  return createIntl({ locale: language === 'it' ? 'it-IT' : 'en-GB', messages }, cache);
}

let current: Language = 'it';
let intl = intlFor(current);

/** Sets the language of everything rendered from now on. */
export function setLanguage(language: Language): void {
  if (language === current) return;
  current = language;
  intl = intlFor(language);
  document.documentElement.lang = language;
}

export const language = (): Language => current;

/** A sentence without values in each language. Nothing until the sentences of its screen are loaded. */
export const inBothLanguages = (id: TextId): readonly string[] => all[id] ?? [];

const both = new Map<Language, IntlShape>();

/** Loads the sentences of all other screens. They must be here before one of those screens is shown. */
export async function loadLateTexts(): Promise<void> {
  const { lateTexts: late } = await import('./late-texts.ts');
  if (all !== first) return;
  all = { ...first, ...late };
  intl = intlFor(current);
  both.clear();
}

/**
 * Makes something in a language of its own: a paper for somebody who reads another one than the screen's. The
 * work must be done at once.
 */
export function inLanguage<T>(wanted: Language, make: () => T): T {
  const before = [current, intl] as const;
  const shape = both.get(wanted) ?? intlFor(wanted);
  both.set(wanted, shape);
  [current, intl] = [wanted, shape];
  try {
    return make();
  } finally {
    [current, intl] = before;
  }
}

/** What ICU message syntax reads as more than itself. */
const syntax = /[{}'<#]/;

/** A sentence in the language on screen, with its values filled in (ICU message syntax). */
export function text(id: TextId, values?: Values): string {
  const message = intl.messages[id];
  // Most sentences are as they stand. A list says thousands of them.
  if (values === undefined && typeof message === 'string' && !syntax.test(message)) return message;
  return intl.formatMessage({ id }, values);
}
