import { useRef, useState } from 'react';
import { Form } from 'react-aria-components';
import type { QuoteId } from '../../../../core/kernel/id.ts';
import type { Fee } from '../../../../core/quotes/fees.ts';
import { Button } from '../../../components/buttons.tsx';
import { TextField } from '../../../components/controls.tsx';
import { ask } from '../../../store/actions.ts';
import { text } from '../../../text/text.ts';
import { NatureSelect } from './nature-select.tsx';
import { newFee, readFee, readHundredths, typedFee, type FeeField } from './read-fee.ts';

/**
 * A line for a fee: a new one, or `fee` in its place. Enter saves it. After a new one the focus is at the
 * description again, for the next fee.
 */
export function FeeForm({
  quoteId,
  fee,
  vatBasisPoints,
  onDone,
}: {
  readonly quoteId: QuoteId;
  readonly fee: Fee | null;
  /** The rate that a new fee begins with. */
  readonly vatBasisPoints: number;
  readonly onDone: () => void;
}) {
  const start = fee === null ? newFee(vatBasisPoints) : typedFee(fee);
  const [typed, setTyped] = useState(start);
  const [bad, setBad] = useState<readonly FeeField[]>([]);
  const [problem, setProblem] = useState<string | null>(null);
  const form = useRef<HTMLFormElement>(null);
  const focus = (at: number): void => form.current?.querySelectorAll<HTMLInputElement>('input')[at]?.focus();

  async function save(): Promise<void> {
    const wish = readFee(typed);
    if ('length' in wish) {
      setBad(wish);
      setProblem(null);
      return focus(fields.findIndex(({ name }) => wish.includes(name)));
    }
    setBad([]);
    const why = await ask(
      { type: 'quote/fee', quoteId, feeId: fee?.id ?? null, fee: wish },
      { text: text(fee === null ? 'fee.added' : 'fee.saved'), undo: true },
    );
    setProblem(why);
    if (why !== null) return;
    setTyped(newFee(vatBasisPoints));
    focus(0);
    onDone();
  }

  return (
    <Form
      ref={form}
      className="fee-form"
      aria-label={text(fee === null ? 'fee.add' : 'fee.save')}
      onSubmit={(event) => {
        event.preventDefault();
        void save();
      }}
    >
      {fields.map(({ name, label, problem: why }) => (
        <TextField
          key={name}
          className={`fee-${name}`}
          label={text(label)}
          autoFocus={fee !== null && name === 'description'}
          error={why !== null && bad.includes(name) ? text(why) : undefined}
          value={typed[name]}
          onKeyDown={({ key }) => {
            if (key === 'Escape') onDone();
          }}
          onChange={(value) => setTyped({ ...typed, [name]: value })}
          {...(why === null ? {} : { inputMode: 'decimal' as const })}
        />
      ))}
      {readHundredths(typed.vat) === 0 && (
        <NatureSelect nature={typed.nature} onChange={(nature) => setTyped({ ...typed, nature })} />
      )}
      <Button type="submit">{text(fee === null ? 'fee.add' : 'fee.save')}</Button>
      {fee !== null && <Button onPress={onDone}>{text('shell.cancel')}</Button>}
      {problem !== null && (
        <p className="field-error" role="alert">
          {problem}
        </p>
      )}
    </Form>
  );
}

const fields = [
  { name: 'description', label: 'quote.fee', problem: null },
  { name: 'quantity', label: 'fee.quantity', problem: 'fee.bad-quantity' },
  { name: 'unit', label: 'fee.unit', problem: null },
  { name: 'price', label: 'fee.price', problem: 'fee.bad-price' },
  { name: 'vat', label: 'fee.vat', problem: 'fee.bad-vat' },
] as const;
