import { useState } from 'react';
import { Form } from 'react-aria-components';
import { approvalLimit } from '../../../core/desk/purchases/decide-approval.ts';
import type { Cents } from '../../../core/kernel/cents.ts';
import { Button } from '../../components/buttons.tsx';
import { TextField } from '../../components/controls.tsx';
import { submit } from '../../store/actions.ts';
import { useDesk } from '../../store/desk.ts';
import { amount } from '../../text/format.ts';
import { readMoney } from '../../text/read-money.ts';
import { text } from '../../text/text.ts';

/** The limit above which a purchase waits for whoever administers. */
export function ApprovalLimit() {
  const limit = useDesk((desk) => approvalLimit(desk.state.workspace));
  const [typed, setTyped] = useState<string | null>(null);
  const [error, setError] = useState<string | null>(null);
  const shown = typed ?? (limit === null ? '' : amount(limit as Cents));

  async function save(): Promise<void> {
    const read = shown.trim() === '' ? null : readMoney(shown);
    if (read === undefined) return setError(text('approval.limit-bad'));
    const saved = await submit(
      { type: 'approval/limit', limit: read },
      { text: text('approval.limit-saved'), undo: true },
    );
    if (saved) setTyped(null);
  }

  return (
    <Form
      className="row"
      onSubmit={(event) => {
        event.preventDefault();
        void save();
      }}
    >
      <TextField
        label={text('approval.limit')}
        hint={text('approval.limit-hint')}
        value={shown}
        error={error ?? undefined}
        onChange={(now) => {
          setTyped(now);
          setError(null);
        }}
      />
      <Button type="submit">{text('approval.save')}</Button>
    </Form>
  );
}
