import { useState } from 'react';
import { Form } from 'react-aria-components';
import { Button } from '../../components/buttons.tsx';
import { TextField } from '../../components/controls.tsx';
import { Modal } from '../../components/modal.tsx';
import { importStudio, stopStudioWork } from '../../store/studios.ts';
import { text } from '../../text/text.ts';
import { StudioWorkRow } from './studio-work-row.tsx';

/** Asks for the passphrase of a studio file. */
export function PassphraseDialog({ file, onClose }: { readonly file: File; readonly onClose: () => void }) {
  const [passphrase, setPassphrase] = useState('');
  const [error, setError] = useState<string | null>(null);
  const [busy, setBusy] = useState(false);

  async function open(): Promise<void> {
    setBusy(true);
    const refusal = await importStudio(file, passphrase);
    setBusy(false);
    setError(refusal);
    if (refusal === null) onClose();
  }

  function giveUp(): void {
    if (busy) stopStudioWork();
    onClose();
  }

  return (
    <Modal title={text('studio.locked-title', { name: file.name })} onClose={giveUp}>
      <p>{text('studio.locked-text')}</p>
      <Form
        className="stack"
        onSubmit={(event) => {
          event.preventDefault();
          if (passphrase !== '' && !busy) void open();
        }}
      >
        <TextField
          label={text('studio.passphrase')}
          type="password"
          maxLength={1000}
          value={passphrase}
          onChange={setPassphrase}
          error={error ?? undefined}
          autoFocus
        />
        <StudioWorkRow />
        <div className="dialog-actions">
          <Button onPress={giveUp}>{text('shell.cancel')}</Button>
          <Button kind="primary" type="submit" isDisabled={passphrase === '' || busy}>
            {text(busy ? 'backups.working' : 'studio.open')}
          </Button>
        </div>
      </Form>
    </Modal>
  );
}
