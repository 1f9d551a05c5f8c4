import { useState } from 'react';
import { Form } from 'react-aria-components';
import { Button } from '../../components/buttons.tsx';
import { TextField } from '../../components/controls.tsx';
import { Modal } from '../../components/modal.tsx';
import { useDesk } from '../../store/desk.ts';
import { shareStudio } from '../../store/studios.ts';
import { text } from '../../text/text.ts';

/** Says what sharing means, and makes this computer the server. The page is then loaded anew. */
export function ShareDialog({ onClose }: { readonly onClose: () => void }) {
  const studio = useDesk((desk) => desk.state.workspace.firm.get('firm')?.name ?? '');
  const operator = useDesk((desk) => desk.state.workspace.operators.get(desk.user)?.name ?? '');
  const [name, setName] = useState(operator);
  const [error, setError] = useState<string | null>(null);
  const [busy, setBusy] = useState(false);

  async function share(): Promise<void> {
    setBusy(true);
    setError(await shareStudio(name.trim()));
    setBusy(false);
  }

  return (
    <Modal title={text('members.share-title')} onClose={() => busy || onClose()}>
      <p>{text('members.share-text', { studio })}</p>
      <p className="muted">{text('members.share-safe')}</p>
      <Form
        className="stack"
        onSubmit={(event) => {
          event.preventDefault();
          if (!busy && name.trim() !== '') void share();
        }}
      >
        <TextField
          label={text('members.your-name')}
          value={name}
          error={error ?? undefined}
          onChange={setName}
          maxLength={200}
          autoComplete="name"
          autoFocus
        />
        <div className="dialog-actions">
          <Button isDisabled={busy} onPress={onClose}>
            {text('shell.cancel')}
          </Button>
          <Button kind="primary" type="submit" isDisabled={busy || name.trim() === ''}>
            {text(busy ? 'members.share-busy' : 'members.share-go')}
          </Button>
        </div>
      </Form>
    </Modal>
  );
}
