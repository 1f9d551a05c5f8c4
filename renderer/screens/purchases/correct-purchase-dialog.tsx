import { useState } from 'react';
import { Form } from 'react-aria-components';
import type { OrderNumber, PurchaseId } from '../../../core/kernel/id.ts';
import { paymentMethods, type PaymentMethod } from '../../../core/orders/payment.ts';
import { readDate } from '../../../core/people/import/read-dates.ts';
import { foldPurchase } from '../../../core/purchases/fold.ts';
import {
  differenceCauses,
  type DifferenceCause,
  type PurchaseEvent,
  type PurchaseEventId,
} from '../../../core/purchases/purchase.ts';
import { Select, TextField } from '../../components/controls.tsx';
import { FormActions } from '../../components/form-actions.tsx';
import { Modal } from '../../components/modal.tsx';
import { ask } from '../../store/actions.ts';
import { useDesk } from '../../store/desk.ts';
import { amount, dayText } from '../../text/format.ts';
import { readMoney } from '../../text/read-money.ts';
import { text } from '../../text/text.ts';
import { happeningText } from './happening-words.ts';
import { ReasonField } from './reason-field.tsx';
import type { Recordable } from './steps/happen.ts';

/** Corrects what was recorded at a step, with a reason; the old value stays readable (rule J7). */
export function CorrectPurchaseDialog({
  purchaseId,
  eventId,
  onClose,
}: {
  readonly purchaseId: PurchaseId;
  readonly eventId: PurchaseEventId;
  readonly onClose: () => void;
}) {
  const record = useDesk((desk) => desk.state.workspace.purchases.get(purchaseId));
  const event =
    record === undefined ? undefined : foldPurchase(record).events.find(({ id }) => id === eventId);
  return event === undefined ? null : <Correction purchaseId={purchaseId} event={event} onClose={onClose} />;
}

/** What can be corrected, as text fields. */
interface Draft {
  readonly day: string;
  readonly number: string;
  readonly method: PaymentMethod;
  readonly net: string;
  readonly vat: string;
  readonly gross: string;
  readonly cause: DifferenceCause | 'none';
}

function draftOf({ what }: PurchaseEvent): Draft {
  const money = (value: number | null | undefined): string =>
    value === null || value === undefined ? '' : amount(value as never);
  const receipt = what.kind === 'compared' ? what.receipt : null;
  return {
    day: 'day' in what ? dayText(what.day) : '',
    number: what.kind === 'ordered' ? what.orderNumber : '',
    method: what.kind === 'ordered' ? what.method : 'bank-transfer',
    net: money(receipt?.net),
    vat: money(receipt?.vat),
    gross: money(receipt?.gross),
    cause: what.kind === 'compared' && what.cause !== null ? what.cause : 'none',
  };
}

/** The event that the draft says; null while a field cannot be read. */
function eventFrom({ what }: PurchaseEvent, draft: Draft): Recordable | null {
  const read = readDate(draft.day);
  const day = read.ok ? read.value : null;
  if (day === null) return null;
  if (what.kind === 'paid' || what.kind === 'registered') return { kind: what.kind, day };
  if (what.kind === 'ordered')
    return draft.number.trim() === ''
      ? null
      : { kind: 'ordered', day, orderNumber: draft.number.trim() as OrderNumber, method: draft.method };
  if (what.kind !== 'compared') return null;
  const money = (typed: string) => (typed.trim() === '' ? null : readMoney(typed));
  const [net, vat, gross] = [draft.net, draft.vat, draft.gross].map(money);
  if (net === undefined || vat === undefined || gross === undefined) return null;
  return {
    kind: 'compared',
    day,
    receipt: { ...what.receipt, lines: [...(what.receipt.lines ?? [])], net, vat, gross },
    cause: draft.cause === 'none' ? null : draft.cause,
    note: what.note,
  };
}

function Correction({
  purchaseId,
  event,
  onClose,
}: {
  readonly purchaseId: PurchaseId;
  readonly event: PurchaseEvent;
  readonly onClose: () => void;
}) {
  const [draft, setDraft] = useState(() => draftOf(event));
  const [reason, setReason] = useState('');
  const [problem, setProblem] = useState<string | null>(null);
  const what = eventFrom(event, draft);
  const { kind } = event.what;
  const field = (name: 'day' | 'number' | 'net' | 'vat' | 'gross', label: string) => (
    <TextField
      label={label}
      value={draft[name]}
      onChange={(value) => setDraft({ ...draft, [name]: value })}
    />
  );

  async function save(): Promise<void> {
    if (reason.trim() === '') setProblem(text('purchase.reason-missing'));
    else if (what === null) setProblem(text('purchase.correct-unreadable'));
    else {
      const refused = await ask(
        { type: 'purchase/correct', purchaseId, eventId: event.id, what, reason: reason.trim() },
        { text: text('purchase-step.corrected'), undo: true },
      );
      if (refused === null) onClose();
      else setProblem(refused);
    }
  }

  return (
    <Modal title={text('purchase.correct-named', { what: happeningText(event.what) })} onClose={onClose}>
      <Form
        className="stack"
        onSubmit={(submitted) => {
          submitted.preventDefault();
          void save();
        }}
      >
        <p className="muted">{text('purchase.correct-lead')}</p>
        {kind === 'ordered' && field('number', text('purchase-step.number'))}
        {kind === 'ordered' && (
          <Select
            label={text('payment.method')}
            value={draft.method}
            choices={paymentMethods.map((id) => ({ id, label: text(`method.${id}`) }))}
            onChange={(method) => setDraft({ ...draft, method })}
          />
        )}
        {kind === 'compared' && (
          <>
            {field('net', text('amount.net'))}
            {field('vat', text('seen.vat'))}
            {field('gross', text('amount.total'))}
            <Select
              label={text('seen.cause')}
              value={draft.cause}
              choices={[
                { id: 'none' as const, label: '–' },
                ...differenceCauses.map((id) => ({ id, label: text(`purchase.cause-${id}`) })),
              ]}
              onChange={(cause) => setDraft({ ...draft, cause })}
            />
          </>
        )}
        {kind !== 'compared' && field('day', text('purchase.correct-day'))}
        <ReasonField value={reason} problem={problem} onChange={setReason} autoFocus={false} />
        <FormActions onClose={onClose} />
      </Form>
    </Modal>
  );
}
