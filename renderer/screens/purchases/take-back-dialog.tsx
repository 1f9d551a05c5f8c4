import { useState } from 'react';
import { Form } from 'react-aria-components';
import type { PurchaseId } from '../../../core/kernel/id.ts';
import { foldPurchase } from '../../../core/purchases/fold.ts';
import { FormActions } from '../../components/form-actions.tsx';
import { Modal } from '../../components/modal.tsx';
import { ask } from '../../store/actions.ts';
import { useDesk } from '../../store/desk.ts';
import { text } from '../../text/text.ts';
import { happeningText } from './happening-words.ts';
import { ReasonField } from './reason-field.tsx';

/** The last event did not happen: it is taken back, with a reason (rule J7). */
export function TakeBackDialog({
  purchaseId,
  onClose,
}: {
  readonly purchaseId: PurchaseId;
  readonly onClose: () => void;
}) {
  const record = useDesk((desk) => desk.state.workspace.purchases.get(purchaseId));
  const [reason, setReason] = useState('');
  const [problem, setProblem] = useState<string | null>(null);
  const last = record === undefined ? undefined : foldPurchase(record).events.at(-1);
  if (last === undefined) return null;

  async function save(): Promise<void> {
    if (reason.trim() === '') {
      setProblem(text('purchase.reason-missing'));
      return;
    }
    const refused = await ask(
      { type: 'purchase/take-back', purchaseId, reason: reason.trim() },
      { text: text('purchase.taken-back-done'), undo: true },
    );
    if (refused === null) onClose();
    else setProblem(refused);
  }

  return (
    <Modal title={text('purchase.take-back-named', { what: happeningText(last.what) })} onClose={onClose}>
      <Form
        className="stack"
        onSubmit={(event) => {
          event.preventDefault();
          void save();
        }}
      >
        <p className="muted">{text('purchase.take-back-lead')}</p>
        <ReasonField value={reason} problem={problem} onChange={setReason} />
        <FormActions onClose={onClose} />
      </Form>
    </Modal>
  );
}
