import { useState } from 'react';
import { Form } from 'react-aria-components';
import { shortestPassword } from '../../../core/shared/members.ts';
import { Button } from '../../components/buttons.tsx';
import { TextField } from '../../components/controls.tsx';
import { Modal } from '../../components/modal.tsx';
import { askOwnPassword, useOwnPassword } from '../../store/own-password.ts';
import { toast } from '../../store/ui-store.ts';
import { text } from '../../text/text.ts';

/** Chooses the own password, or another one. */
export function OwnPasswordDialog({ onClose }: { readonly onClose: () => void }) {
  const now = useOwnPassword((known) => known.now);
  const refusal = useOwnPassword((known) => known.refusal);
  const [password, setPassword] = useState('');
  const [again, setAgain] = useState('');
  const [error, setError] = useState<{ readonly at: 'new' | 'again'; readonly sentence: string } | null>(
    null,
  );
  const [busy, setBusy] = useState(false);
  const errorAt = (at: 'new' | 'again'): string | undefined =>
    error?.at === at ? error.sentence : undefined;

  async function save(): Promise<void> {
    if (password.length < shortestPassword)
      return setError({ at: 'new', sentence: text('own-password.short', { count: shortestPassword }) });
    if (password !== again) return setError({ at: 'again', sentence: text('own-password.differs') });
    setBusy(true);
    const kept = await askOwnPassword({ kind: 'set', password });
    setBusy(false);
    if (kept === null) return;
    toast(text('own-password.saved'));
    onClose();
  }

  return (
    <Modal
      title={text(now?.set === true ? 'own-password.change' : 'own-password.choose').replace('…', '')}
      onClose={onClose}
    >
      <p className="muted">{text('own-password.lead', { count: shortestPassword })}</p>
      {refusal !== null && <p role="alert">{text(`own-password.refusal-${refusal}`)}</p>}
      <Form
        className="stack"
        onSubmit={(event) => {
          event.preventDefault();
          if (!busy) void save();
        }}
      >
        <TextField
          label={text('own-password.new')}
          type="password"
          autoComplete="new-password"
          maxLength={200}
          value={password}
          error={errorAt('new')}
          onChange={(value) => {
            setPassword(value);
            setError(null);
          }}
          autoFocus
        />
        <TextField
          label={text('own-password.again')}
          type="password"
          autoComplete="new-password"
          maxLength={200}
          value={again}
          error={errorAt('again')}
          onChange={(value) => {
            setAgain(value);
            setError(null);
          }}
        />
        <div className="dialog-actions">
          <Button onPress={onClose}>{text('shell.cancel')}</Button>
          <Button kind="primary" type="submit" isDisabled={busy}>
            {text('own-password.save')}
          </Button>
        </div>
      </Form>
    </Modal>
  );
}
