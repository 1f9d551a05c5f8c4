import { backupsText } from '../screens/backups/text.ts';
import { duplicatesText } from '../screens/people/duplicates/text.ts';
import { forecastText } from '../screens/renewal-plan/what-if/text.ts';
import { termsText } from '../components/terms-text.ts';
import { hintsText } from '../screens/hints/text.ts';
import { specimensText } from '../screens/specimens/text.ts';
import { renewalPlanText } from '../screens/renewal-plan/text.ts';
import { historyText } from '../screens/history/text.ts';
import { natureText } from '../screens/quotes/fees/nature-text.ts';
import { ibanText } from './iban-text.ts';
import { seenText } from '../screens/purchases/steps/seen-text.ts';
import { purchaseStepsText } from '../screens/purchases/steps/text.ts';
import { invoiceRefusalText } from '../screens/invoices/import/refusal-text.ts';
import { invoiceImportText } from '../screens/invoices/import/text.ts';
import { aboutText } from '../screens/about/text.ts';
import { clientMessageText } from '../screens/client-message/text.ts';
import { firstPurchaseText } from '../screens/first-purchase/text.ts';
import { manualText } from '../screens/manual/text.ts';
import { matrixText } from '../screens/matrix/text.ts';
import { approvalText } from '../screens/shared/approval-text.ts';
import { membersText } from '../screens/shared/members-text.ts';
import { ownPasswordText } from '../screens/shared/password-text.ts';
import { orderFormText } from '../screens/order-form/text.ts';
import { importRejectText } from '../screens/people/import/reject-text.ts';
import { importText } from '../screens/people/import/text.ts';
import { personText } from '../screens/people/person/text.ts';
import { driftText } from '../screens/quotes/drift-text.ts';
import { exportRenewalsText } from '../screens/renewal-plan/export-text.ts';
import { rechargeText } from '../screens/renewal-plan/recharge/text.ts';
import { sessionsText } from '../screens/renewal-plan/sessions/text.ts';
import { fromArubaRefusalsText } from '../screens/read-from-aruba/refusals-text.ts';
import { fromArubaText } from '../screens/read-from-aruba/text.ts';
import { serviceRejectText } from '../screens/services/import/reject-text.ts';
import { serviceListText } from '../screens/services/list-text.ts';
import { dropsText } from '../shell/drops-text.ts';
import { settingsText } from '../screens/settings/text.ts';
import { viewsText } from '../screens/views/text.ts';
import { simulatorText } from '../screens/simulator/text.ts';

/** The sentences that only screens and dialogs with files of their own say. [Italian, English] */
export const lateTexts = {
  ...dropsText,
  ...duplicatesText,
  ...forecastText,
  ...ibanText,
  ...natureText,
  ...historyText,
  ...renewalPlanText,
  ...termsText,
  ...hintsText,
  ...specimensText,
  ...seenText,
  ...purchaseStepsText,
  ...invoiceRefusalText,
  ...invoiceImportText,
  ...aboutText,
  ...backupsText,
  ...clientMessageText,
  ...firstPurchaseText,
  ...manualText,
  ...matrixText,
  ...membersText,
  ...ownPasswordText,
  ...approvalText,
  ...orderFormText,
  ...importText,
  ...importRejectText,
  ...personText,
  ...driftText,
  ...exportRenewalsText,
  ...rechargeText,
  ...sessionsText,
  ...fromArubaRefusalsText,
  ...fromArubaText,
  ...serviceRejectText,
  ...serviceListText,
  ...settingsText,
  ...viewsText,
  ...simulatorText,
} as const;
