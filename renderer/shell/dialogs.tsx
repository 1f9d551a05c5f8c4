import { AboutDialog } from '../screens/about/about-dialog.tsx';
import { ClientMessageDialog } from '../screens/client-message/client-message-dialog.tsx';
import { SeatPlanDialog } from '../screens/matrix/seat-plan-dialog.tsx';
import { SeatRulesDialog } from '../screens/matrix/seat-rules-dialog.tsx';
import { CancelOrderDialog } from '../screens/orders/cancel-order-dialog.tsx';
import { AlignPanelDialog } from '../screens/people/list/align-panel-dialog.tsx';
import { DuplicatesDialog } from '../screens/people/duplicates/duplicates-dialog.tsx';
import { EraseDialog } from '../screens/people/person/erase-dialog.tsx';
import { ExportDialog } from '../screens/people/list/export-dialog.tsx';
import { FreeSeatsDialog } from '../screens/people/list/free-seats-dialog.tsx';
import { GiveSeatDialog } from '../screens/people/list/give-seat-dialog.tsx';
import { PermissionsDialog } from '../screens/people/person/permissions-dialog.tsx';
import { PersonDialog } from '../screens/people/person/person-dialog.tsx';
import { UsernameDialog } from '../screens/people/person/username-dialog.tsx';
import { CorrectPurchaseDialog } from '../screens/purchases/correct-purchase-dialog.tsx';
import { TakeBackDialog } from '../screens/purchases/take-back-dialog.tsx';
import { AdoptRuleDialog } from '../screens/rules/adopt-rule-dialog.tsx';
import { DetailsDialog } from '../screens/quotes/details-dialog.tsx';
import { ExportQuoteDialog } from '../screens/quotes/export-quote-dialog.tsx';
import { IssueDialog } from '../screens/quotes/issue-dialog.tsx';
import { NewQuoteDialog } from '../screens/quotes/new-quote-dialog.tsx';
import { ReviseDialog } from '../screens/quotes/revise-dialog.tsx';
import { CorrectFactDialog } from '../screens/register/correct-fact-dialog.tsx';
import { ServiceDataDialog } from '../screens/register/service-data-dialog.tsx';
import { WhatIfDialog } from '../screens/renewal-plan/what-if/what-if-dialog.tsx';
import { BackupsDialog } from '../screens/backups/backups-dialog.tsx';
import { ExportStudioDialog } from '../screens/studio/export-studio-dialog.tsx';
import { RejoinDialog } from '../screens/shared/rejoin-dialog.tsx';
import { OperatorDialog } from '../screens/studio/operator-dialog.tsx';
import { RemoveStudioDialog } from '../screens/studio/remove-studio-dialog.tsx';
import { openDialog, useUi } from '../store/ui-store.ts';
import { Palette } from './palette.tsx';
import { ShortcutsDialog } from './shortcuts-dialog.tsx';
import { SignInDialog } from './sign-in-dialog.tsx';

/** The open dialog, if there is one. */
export function Dialogs() {
  const dialog = useUi((ui) => ui.dialog);
  const close = (): void => openDialog(null);
  switch (dialog?.kind) {
    case undefined:
      return null;
    case 'sign-in':
      return <SignInDialog why={dialog.why} onClose={close} />;
    case 'person':
      return <PersonDialog personId={dialog.personId} onClose={close} />;
    case 'export-people':
      return <ExportDialog onClose={close} />;
    case 'free-seats':
      return <FreeSeatsDialog serviceId={dialog.serviceId} personIds={dialog.personIds} onClose={close} />;
    case 'give-seat':
      return <GiveSeatDialog serviceId={dialog.serviceId} onClose={close} />;
    case 'align-panel':
      return <AlignPanelDialog serviceId={dialog.serviceId} onClose={close} />;
    case 'permissions':
      return <PermissionsDialog serviceId={dialog.serviceId} personIds={dialog.personIds} onClose={close} />;
    case 'username':
      return <UsernameDialog serviceId={dialog.serviceId} personId={dialog.personId} onClose={close} />;
    case 'duplicates':
      return <DuplicatesDialog onClose={close} />;
    case 'erase-person':
      return <EraseDialog personId={dialog.personId} onClose={close} />;
    case 'cancel-order':
      return <CancelOrderDialog orderId={dialog.orderId} onClose={close} />;
    case 'seat-plan':
      return <SeatPlanDialog from={dialog.from} onClose={close} />;
    case 'seat-rules':
      return <SeatRulesDialog onClose={close} />;
    case 'service-data':
      return <ServiceDataDialog serviceId={dialog.serviceId} onClose={close} />;
    case 'correct-purchase':
      return (
        <CorrectPurchaseDialog purchaseId={dialog.purchaseId} eventId={dialog.eventId} onClose={close} />
      );
    case 'take-back':
      return <TakeBackDialog purchaseId={dialog.purchaseId} onClose={close} />;
    case 'adopt-rule':
      return <AdoptRuleDialog change={dialog.change} count={dialog.count} onClose={close} />;
    case 'client-message':
      return <ClientMessageDialog about={dialog.about} onClose={close} />;
    case 'correct-fact':
      return <CorrectFactDialog factId={dialog.factId} onClose={close} />;
    case 'new-quote':
      return <NewQuoteDialog serviceId={dialog.serviceId} onClose={close} />;
    case 'quote-details':
      return <DetailsDialog quoteId={dialog.quoteId} onClose={close} />;
    case 'issue-quote':
      return <IssueDialog quoteId={dialog.quoteId} onClose={close} />;
    case 'revise-quote':
      return <ReviseDialog quoteId={dialog.quoteId} onClose={close} />;
    case 'export-quote':
      return <ExportQuoteDialog quoteId={dialog.quoteId} onClose={close} />;
    case 'what-if':
      return <WhatIfDialog onClose={close} />;
    case 'remove-studio':
      return <RemoveStudioDialog studio={dialog.studio} onClose={close} />;
    case 'export-studio':
      return <ExportStudioDialog studio={dialog.studio} onClose={close} />;
    case 'backups':
      return <BackupsDialog onClose={close} />;
    case 'operator':
      return <OperatorDialog onClose={close} />;
    case 'rejoin':
      return <RejoinDialog onClose={close} />;
    case 'shortcuts':
      return <ShortcutsDialog onClose={close} />;
    case 'about':
      return <AboutDialog onClose={close} />;
    case 'palette':
      return <Palette onClose={close} />;
  }
}
