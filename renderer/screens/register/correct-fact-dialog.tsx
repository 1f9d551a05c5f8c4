import { useState } from 'react';
import { Form } from 'react-aria-components';
import { serviceKinds } from '../../../core/catalog/item.ts';
import { readDate } from '../../../core/people/import/read-dates.ts';
import { accessWays, payerSides } from '../../../core/register/fields.ts';
import type { Fact, FactId } from '../../../core/register/fact.ts';
import { readVatCode } from '../../../core/register/import/read-codes.ts';
import { Button } from '../../components/buttons.tsx';
import { Select, TextField } from '../../components/controls.tsx';
import { Modal } from '../../components/modal.tsx';
import { submit } from '../../store/actions.ts';
import { useDesk } from '../../store/desk.ts';
import { dayText } from '../../text/format.ts';
import { text } from '../../text/text.ts';
import { fieldText, sourceText, valueText } from './fact-words.ts';

/** A mistake is mended with a reason; the old value stays readable (rule J7). */
export function CorrectFactDialog({
  factId,
  onClose,
}: {
  readonly factId: FactId;
  readonly onClose: () => void;
}) {
  const fact = useDesk((desk) => desk.state.workspace.facts.get(factId));
  return fact === undefined ? null : <Correction fact={fact} onClose={onClose} />;
}

/** The choices of a field that has only some values; undefined if anything can be typed. */
function choicesOf(fact: Fact): readonly { readonly id: string; readonly label: string }[] | undefined {
  const yesNo = [
    { id: 'true', label: text('register.yes') },
    { id: 'false', label: text('register.no') },
  ];
  switch (fact.field) {
    case 'kind':
      return serviceKinds.map((id) => ({ id, label: text(`kind.${id}`) }));
    case 'access':
      return accessWays.map((id) => ({ id, label: text(`register.access-${id}`) }));
    case 'payer':
      return payerSides.map((id) => ({ id, label: text(`register.payer-${id}`) }));
    case 'automaticRenewal':
    case 'promotional':
    case 'followed':
      return yesNo;
    default:
      return undefined;
  }
}

const typedOf = (fact: Fact): string => {
  if (fact.field === 'users' || fact.field === 'space')
    return String(fact.value.reduce((sum, { quantity }) => sum + quantity, 0));
  // Both have a form of their own.
  if (fact.field === 'modules' || fact.field === 'panelUsers') return '';
  return fact.field === 'expiry' ? dayText(fact.value) : String(fact.value);
};

/** The typed value in the form of the field; undefined if it does not fit. */
function readTyped(fact: Fact, typed: string): unknown {
  if (fact.field === 'users' || fact.field === 'space') {
    if (!/^\d{1,5}$/.test(typed.trim())) return undefined;
    const quantity = Number(typed);
    return quantity === 0 ? [] : [{ quantity, expiry: fact.value[0]?.expiry ?? null }];
  }
  if (fact.field === 'expiry') {
    const day = readDate(typed);
    return day.ok && day.value !== null ? day.value : undefined;
  }
  if (fact.field === 'vatCode') return readCode(fact.value, typed.trim());
  if (isSpace(fact.field)) return /^\d{1,12}$/.test(typed.trim()) ? Number(typed) : undefined;
  const flags: readonly Fact['field'][] = ['automaticRenewal', 'promotional', 'followed'];
  if (flags.includes(fact.field)) return typed === 'true';
  return typed.trim() === '' ? undefined : typed.trim();
}

/** A VAT number as a list would say it; undefined if it is none. What was there already stays. */
function readCode(before: string, typed: string): string | undefined {
  if (typed === before) return before;
  const codes = readVatCode(typed);
  return codes.ok ? codes.value.vatCode : undefined;
}

const isSpace = (field: Fact['field']): boolean => field === 'usedSpaceKB' || field === 'maxSpaceKB';

function Correction({ fact, onClose }: { readonly fact: Fact; readonly onClose: () => void }) {
  const [typed, setTyped] = useState(() => typedOf(fact));
  const [reason, setReason] = useState('');
  const [tried, setTried] = useState(false);
  const choices = choicesOf(fact);
  const value = readTyped(fact, typed);
  const label = isSpace(fact.field) ? `${fieldText(fact.field)} (KB)` : fieldText(fact.field);

  async function save(): Promise<void> {
    setTried(true);
    if (value === undefined || reason.trim() === '') return;
    const saved = await submit(
      { type: 'register/correct', factId: fact.id, value, reason: reason.trim() },
      { text: text('register.corrected-done'), undo: true },
    );
    if (saved) onClose();
  }

  return (
    <Modal title={text('register.correct-field', { field: label })} onClose={onClose}>
      <Form
        className="stack"
        onSubmit={(event) => {
          event.preventDefault();
          void save();
        }}
      >
        <p className="muted">
          {valueText(fact)} ({sourceText(fact)})
        </p>
        {choices === undefined ? (
          <TextField
            label={label}
            autoFocus
            value={typed}
            onChange={setTyped}
            error={tried && value === undefined ? text(badText(fact)) : undefined}
          />
        ) : (
          <Select label={label} value={typed} choices={choices} onChange={setTyped} />
        )}
        <TextField
          label={text('register.reason')}
          value={reason}
          onChange={setReason}
          error={tried && reason.trim() === '' ? text('register.reason-missing') : undefined}
        />
        <div className="dialog-actions">
          <Button onPress={onClose}>{text('shell.cancel')}</Button>
          <Button kind="primary" type="submit">
            {text('register.correct')}
          </Button>
        </div>
      </Form>
    </Modal>
  );
}

function badText({ field }: Fact) {
  if (field === 'expiry') return 'register.bad-day';
  if (field === 'users' || field === 'space') return 'register.bad-count';
  if (field === 'vatCode') return 'register.bad-vat';
  return isSpace(field) ? 'register.bad-kilobytes' : 'register.missing';
}
