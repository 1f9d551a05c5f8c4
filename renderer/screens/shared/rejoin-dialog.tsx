import { useState } from 'react';
import { Form } from 'react-aria-components';
import { Button, TextField } from '../../components/controls.tsx';
import { Modal } from '../../components/modal.tsx';
import { rejoinStudio } from '../../store/studios.ts';
import { text } from '../../text/text.ts';

/** A new invitation for a desk that the server does not know any more: what waits goes on its way. */
export function RejoinDialog({ onClose }: { readonly onClose: () => void }) {
  const [link, setLink] = useState('');
  const [error, setError] = useState<string | null>(null);
  const [busy, setBusy] = useState(false);

  async function rejoin(): Promise<void> {
    setBusy(true);
    const refusal = await rejoinStudio(link);
    setBusy(false);
    if (refusal === null) onClose();
    else setError(refusal);
  }

  return (
    <Modal title={text('shared-studio.rejoin')} onClose={onClose}>
      <p className="muted">{text('shared-studio.rejoin-lead')}</p>
      <Form
        className="stack"
        onSubmit={(event) => {
          event.preventDefault();
          if (!busy && link.trim() !== '') void rejoin();
        }}
      >
        <TextField
          label={text('shared-studio.link')}
          value={link}
          error={error ?? undefined}
          onChange={(value) => {
            setLink(value);
            setError(null);
          }}
          autoFocus
        />
        <div className="dialog-actions">
          <Button onPress={onClose}>{text('shell.close')}</Button>
          <Button kind="primary" type="submit" isDisabled={busy || link.trim() === ''}>
            {text(busy ? 'shared-studio.joining' : 'shared-studio.join')}
          </Button>
        </div>
      </Form>
    </Modal>
  );
}
