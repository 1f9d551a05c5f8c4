import { openDialog, useUi } from '../store/ui-store.ts';
import { latePart } from './late-part.ts';
import { lateDialog } from './late.tsx';
import { usePaletteReady } from './palette-ready.ts';

const AboutDialog = lateDialog(async () => (await import('../screens/about/about-dialog.tsx')).AboutDialog);
const ClientMessageDialog = lateDialog(
  async () => (await import('../screens/client-message/client-message-dialog.tsx')).ClientMessageDialog,
);
const SeatPlanDialog = lateDialog(
  async () => (await import('../screens/matrix/seat-plan-dialog.tsx')).SeatPlanDialog,
);
const SeatRulesDialog = lateDialog(
  async () => (await import('../screens/matrix/seat-rules-dialog.tsx')).SeatRulesDialog,
);
const CancelOrderDialog = lateDialog(
  async () => (await import('../screens/orders/cancel-order-dialog.tsx')).CancelOrderDialog,
);
const AlignPanelDialog = lateDialog(
  async () => (await import('../screens/people/list/align-panel-dialog.tsx')).AlignPanelDialog,
);
const ChangePeopleDialog = lateDialog(
  async () => (await import('../screens/people/list/change-people-dialog.tsx')).ChangePeopleDialog,
);
const DuplicatesDialog = lateDialog(
  async () => (await import('../screens/people/duplicates/duplicates-dialog.tsx')).DuplicatesDialog,
);
const EraseDialog = lateDialog(
  async () => (await import('../screens/people/person/erase-dialog.tsx')).EraseDialog,
);
const ExportDialog = lateDialog(
  async () => (await import('../screens/people/list/export-dialog.tsx')).ExportDialog,
);
const FreeSeatsDialog = lateDialog(
  async () => (await import('../screens/people/list/free-seats-dialog.tsx')).FreeSeatsDialog,
);
const GiveSeatDialog = lateDialog(
  async () => (await import('../screens/people/list/give-seat-dialog.tsx')).GiveSeatDialog,
);
const PermissionsDialog = lateDialog(
  async () => (await import('../screens/people/person/permissions-dialog.tsx')).PermissionsDialog,
);
const PersonDialog = lateDialog(
  async () => (await import('../screens/people/person/person-dialog.tsx')).PersonDialog,
);
const UsernameDialog = lateDialog(
  async () => (await import('../screens/people/person/username-dialog.tsx')).UsernameDialog,
);
const CorrectPurchaseDialog = lateDialog(
  async () => (await import('../screens/purchases/correct-purchase-dialog.tsx')).CorrectPurchaseDialog,
);
const TakeBackDialog = lateDialog(
  async () => (await import('../screens/purchases/take-back-dialog.tsx')).TakeBackDialog,
);
const AdoptRuleDialog = lateDialog(
  async () => (await import('../screens/rules/adopt-rule-dialog.tsx')).AdoptRuleDialog,
);
const DetailsDialog = lateDialog(
  async () => (await import('../screens/quotes/details-dialog.tsx')).DetailsDialog,
);
const ExportQuoteDialog = lateDialog(
  async () => (await import('../screens/quotes/export-quote-dialog.tsx')).ExportQuoteDialog,
);
const IssueDialog = lateDialog(async () => (await import('../screens/quotes/issue-dialog.tsx')).IssueDialog);
const NewQuoteDialog = lateDialog(
  async () => (await import('../screens/quotes/new-quote-dialog.tsx')).NewQuoteDialog,
);
const WordsDialog = lateDialog(async () => (await import('../screens/quotes/words-dialog.tsx')).WordsDialog);
const AddServiceDialog = lateDialog(
  async () => (await import('../screens/quotes/add-service-dialog.tsx')).AddServiceDialog,
);
const ReviseDialog = lateDialog(
  async () => (await import('../screens/quotes/revise-dialog.tsx')).ReviseDialog,
);
const CorrectFactDialog = lateDialog(
  async () => (await import('../screens/register/correct-fact-dialog.tsx')).CorrectFactDialog,
);
const ServiceDataDialog = lateDialog(
  async () => (await import('../screens/register/service-data-dialog.tsx')).ServiceDataDialog,
);
const WhatIfDialog = lateDialog(
  async () => (await import('../screens/renewal-plan/what-if/what-if-dialog.tsx')).WhatIfDialog,
);
const BackupsDialog = lateDialog(
  async () => (await import('../screens/backups/backups-dialog.tsx')).BackupsDialog,
);
const ExportStudioDialog = lateDialog(
  async () => (await import('../screens/studio/export-studio-dialog.tsx')).ExportStudioDialog,
);
const RejoinDialog = lateDialog(
  async () => (await import('../screens/shared/rejoin-dialog.tsx')).RejoinDialog,
);
const LetGoDialog = lateDialog(async () => (await import('../screens/shared/let-go-dialog.tsx')).LetGoDialog);
const ShareDialog = lateDialog(async () => (await import('../screens/shared/share-dialog.tsx')).ShareDialog);
const InviteDialog = lateDialog(
  async () => (await import('../screens/shared/invite-dialog.tsx')).InviteDialog,
);
const OwnPasswordDialog = lateDialog(
  async () => (await import('../screens/shared/own-password-dialog.tsx')).OwnPasswordDialog,
);
const OwnCodeDialog = lateDialog(
  async () => (await import('../screens/shared/own-code-dialog.tsx')).OwnCodeDialog,
);
const EndAccessDialog = lateDialog(
  async () => (await import('../screens/shared/end-access-dialog.tsx')).EndAccessDialog,
);
const OperatorDialog = lateDialog(
  async () => (await import('../screens/studio/operator-dialog.tsx')).OperatorDialog,
);
const RemoveStudioDialog = lateDialog(
  async () => (await import('../screens/studio/remove-studio-dialog.tsx')).RemoveStudioDialog,
);
const Palette = lateDialog(async () => (await import('./palette.tsx')).Palette);
const readPalette = latePart(async () => (await import('./palette-entries.ts')).paletteEntries);
const ShortcutsDialog = lateDialog(async () => (await import('./shortcuts-dialog.tsx')).ShortcutsDialog);
const SignInDialog = lateDialog(async () => (await import('./sign-in-dialog.tsx')).SignInDialog);

/** The open dialog, if there is one. */
export function Dialogs() {
  const dialog = useUi((ui) => ui.dialog);
  const close = (): void => openDialog(null);
  usePaletteReady(readPalette);
  switch (dialog?.kind) {
    case undefined:
      return null;
    case 'sign-in':
      return <SignInDialog why={dialog.why} onClose={close} />;
    case 'person':
      return <PersonDialog personId={dialog.personId} again={dialog.again ?? null} onClose={close} />;
    case 'change-people':
      return <ChangePeopleDialog personIds={dialog.personIds} onClose={close} />;
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
    case 'quote-words':
      return <WordsDialog quoteId={dialog.quoteId} onClose={close} />;
    case 'add-service':
      return <AddServiceDialog quoteId={dialog.quoteId} onClose={close} />;
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
    case 'share-studio':
      return <ShareDialog onClose={close} />;
    case 'invite':
      return <InviteDialog member={dialog.member} onClose={close} />;
    case 'own-password':
      return <OwnPasswordDialog onClose={close} />;
    case 'own-code':
      return <OwnCodeDialog onClose={close} />;
    case 'end-access':
      return <EndAccessDialog member={dialog.member} onClose={close} />;
    case 'let-go':
      return <LetGoDialog id={dialog.waitingId} onClose={close} />;
    case 'rejoin':
      return <RejoinDialog onClose={close} />;
    case 'operator':
      return <OperatorDialog onClose={close} />;
    case 'shortcuts':
      return <ShortcutsDialog onClose={close} />;
    case 'about':
      return <AboutDialog onClose={close} />;
    case 'palette':
      return <Palette onClose={close} />;
  }
}
