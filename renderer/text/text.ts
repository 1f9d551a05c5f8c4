import { createIntl, createIntlCache, type IntlShape } from 'react-intl';
import { cartText } from './cart-text.ts';
import { driftText } from './drift-text.ts';
import { duplicatesText } from './duplicates-text.ts';
import { exportRenewalsText } from './export-renewals-text.ts';
import { forecastText } from './forecast-text.ts';
import { historyText } from './history-text.ts';
import { ibanText } from './iban-text.ts';
import { importText } from './import-text.ts';
import { matrixText } from './matrix-text.ts';
import { ordersText } from './orders-text.ts';
import { panelText } from './panel-text.ts';
import { paymentsText } from './payments-text.ts';
import { peopleText } from './people-text.ts';
import { quotesText } from './quotes-text.ts';
import { personText } from './person-text.ts';
import { refusalsText } from './refusals-text.ts';
import { remindersText } from './reminders-text.ts';
import { renewalCartText } from './renewal-cart-text.ts';
import { renewalsText } from './renewals-text.ts';
import { renewalPlanText } from './renewal-plan-text.ts';
import { servicesText } from './services-text.ts';
import { shellText } from './shell-text.ts';
import { syncText } from './sync-text.ts';

/** Every sentence of the screen, Italian and English side by side, so that neither can be forgotten. */
const all = {
  ...shellText,
  ...servicesText,
  ...peopleText,
  ...personText,
  ...duplicatesText,
  ...importText,
  ...matrixText,
  ...panelText,
  ...historyText,
  ...cartText,
  ...ordersText,
  ...ibanText,
  ...syncText,
  ...renewalsText,
  ...renewalPlanText,
  ...paymentsText,
  ...forecastText,
  ...remindersText,
  ...exportRenewalsText,
  ...renewalCartText,
  ...quotesText,
  ...driftText,
  ...refusalsText,
} as const;

export type TextId = keyof typeof all;
export type Language = 'it' | 'en';
type Values = Readonly<Record<string, string | number>>;

const cache = createIntlCache();

function intlFor(language: Language): IntlShape {
  const index = language === 'it' ? 0 : 1;
  const messages = Object.fromEntries(Object.entries(all).map(([id, pair]) => [id, pair[index]]));
  return createIntl({ locale: language === 'it' ? 'it-IT' : 'en-GB', messages }, cache);
}

let current: Language = 'it';
let intl = intlFor(current);

/** Switches the language of all that is rendered afterwards. */
export function setLanguage(language: Language): void {
  if (language === current) return;
  current = language;
  intl = intlFor(language);
  document.documentElement.lang = language;
}

export const language = (): Language => current;

/** A sentence in the language on screen, with its values put in (ICU message syntax). */
export const text = (id: TextId, values?: Values): string => intl.formatMessage({ id }, values);
