import { CancelOrderDialog } from '../screens/orders/cancel-order-dialog.tsx';
import { ExportDialog } from '../screens/people/export-dialog.tsx';
import { FreeSeatsDialog } from '../screens/people/free-seats-dialog.tsx';
import { PersonDialog } from '../screens/people/person-dialog.tsx';
import { openDialog, useUi } from '../store/ui-store.ts';
import { Palette } from './palette.tsx';
import { SignInDialog } from './sign-in-dialog.tsx';

/** The one dialog that is open, if any. */
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
    case 'cancel-order':
      return <CancelOrderDialog orderId={dialog.orderId} onClose={close} />;
    case 'palette':
      return <Palette onClose={close} />;
  }
}
