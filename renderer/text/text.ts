import { createIntl, createIntlCache, type IntlShape } from '@formatjs/intl';
import { explanationTexts } from './explanation-text.ts';
import { ibanText } from './iban-text.ts';
import { seenText } from '../screens/purchases/steps/seen-text.ts';
import { purchaseStepsText } from '../screens/purchases/steps/text.ts';
import { purchasesText } from '../screens/purchases/text.ts';
import { invoiceRefusalText } from '../screens/invoices/import/refusal-text.ts';
import { invoiceImportText } from '../screens/invoices/import/text.ts';
import { invoiceRefusalsText } from '../screens/invoices/refusals-text.ts';
import { invoicesText } from '../screens/invoices/text.ts';
import { purchaseRefusalsText } from '../screens/purchases/refusals-text.ts';
import { registerRefusalsText } from '../screens/register/refusals-text.ts';
import { arrangementText } from '../screens/register/arrangement/text.ts';
import { registerText } from '../screens/register/text.ts';
import { aboutText } from '../screens/about/text.ts';
import { backupsText } from '../screens/backups/text.ts';
import { sharedStudioText } from '../screens/shared/text.ts';
import { studioText } from '../screens/studio/text.ts';
import { refusalsText } from './refusals-text.ts';
import { remindersText } from './reminders-text.ts';
import { sharedText } from './shared-text.ts';
import { keysText } from '../shell/keys-text.ts';
import { stepsText } from '../shell/steps-text.ts';
import { shellText } from '../shell/text.ts';
import { clientMessageText } from '../screens/client-message/text.ts';
import { cartText } from '../screens/cart/text.ts';
import { firstPurchaseText } from '../screens/first-purchase/text.ts';
import { forgottenText } from '../screens/forgotten/text.ts';
import { historyText } from '../screens/history/text.ts';
import { matrixText } from '../screens/matrix/text.ts';
import { orderFormText } from '../screens/order-form/text.ts';
import { orderRefusalsText } from '../screens/orders/refusals-text.ts';
import { ordersText } from '../screens/orders/text.ts';
import { duplicatesText } from '../screens/people/duplicates/text.ts';
import { importText } from '../screens/people/import/text.ts';
import { panelText } from '../screens/people/list/panel-text.ts';
import { peopleText } from '../screens/people/list/text.ts';
import { personText } from '../screens/people/person/text.ts';
import { driftText } from '../screens/quotes/drift-text.ts';
import { quoteRefusalsText } from '../screens/quotes/refusals-text.ts';
import { quotesText } from '../screens/quotes/text.ts';
import { renewalCartText } from '../screens/renewal-cart/text.ts';
import { exportRenewalsText } from '../screens/renewal-plan/export-text.ts';
import { rechargeText } from '../screens/renewal-plan/recharge/text.ts';
import { sessionsText } from '../screens/renewal-plan/sessions/text.ts';
import { renewalPlanText } from '../screens/renewal-plan/text.ts';
import { forecastText } from '../screens/renewal-plan/what-if/text.ts';
import { fromArubaRefusalsText } from '../screens/read-from-aruba/refusals-text.ts';
import { fromArubaText } from '../screens/read-from-aruba/text.ts';
import { rulesText } from '../screens/rules/text.ts';
import { serviceRejectText } from '../screens/services/import/reject-text.ts';
import { serviceImportText } from '../screens/services/import/text.ts';
import { serviceListText } from '../screens/services/list-text.ts';
import { servicesText } from '../screens/services/text.ts';
import { settingsText } from '../screens/settings/text.ts';
import { simulatorText } from '../screens/simulator/text.ts';
import { homeText } from '../screens/status/home-text.ts';
import { statusText } from '../screens/status/text.ts';
import { syncText } from '../screens/sync/text.ts';

/** All sentences of the screen. Italian and English stand side by side, so that neither can be forgotten. */
const all = {
  ...explanationTexts,
  ...ibanText,
  ...refusalsText,
  ...orderRefusalsText,
  ...registerText,
  ...sharedStudioText,
  ...arrangementText,
  ...purchaseRefusalsText,
  ...purchasesText,
  ...purchaseStepsText,
  ...seenText,
  ...invoiceRefusalsText,
  ...invoicesText,
  ...invoiceImportText,
  ...invoiceRefusalText,
  ...registerRefusalsText,
  ...studioText,
  ...aboutText,
  ...backupsText,
  ...remindersText,
  ...sharedText,
  ...keysText,
  ...stepsText,
  ...shellText,
  ...cartText,
  ...clientMessageText,
  ...firstPurchaseText,
  ...forgottenText,
  ...historyText,
  ...matrixText,
  ...orderFormText,
  ...ordersText,
  ...duplicatesText,
  ...importText,
  ...panelText,
  ...peopleText,
  ...personText,
  ...driftText,
  ...quoteRefusalsText,
  ...quotesText,
  ...renewalCartText,
  ...exportRenewalsText,
  ...rechargeText,
  ...sessionsText,
  ...renewalPlanText,
  ...forecastText,
  ...fromArubaText,
  ...fromArubaRefusalsText,
  ...rulesText,
  ...servicesText,
  ...serviceImportText,
  ...serviceRejectText,
  ...serviceListText,
  ...settingsText,
  ...simulatorText,
  ...homeText,
  ...statusText,
  ...syncText,
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

/** Sets the language of everything rendered from now on. */
export function setLanguage(language: Language): void {
  if (language === current) return;
  current = language;
  intl = intlFor(language);
  document.documentElement.lang = language;
}

export const language = (): Language => current;

const both = new Map<Language, IntlShape>();

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

/** A sentence in the language on screen, with its values filled in (ICU message syntax). */
export const text = (id: TextId, values?: Values): string => intl.formatMessage({ id }, values);
