import { useState } from 'react';
import { Form } from 'react-aria-components';
import type { StudioEntry } from '../../../core/bridge/studios.ts';
import { Button } from '../../components/buttons.tsx';
import { TextField } from '../../components/controls.tsx';
import { Modal } from '../../components/modal.tsx';
import { exportStudio } from '../../store/studios.ts';
import { text } from '../../text/text.ts';

/** Saves a studio as one file, if the person wants under a passphrase. */
export function ExportStudioDialog({
  studio,
  onClose,
}: {
  readonly studio: StudioEntry;
  readonly onClose: () => void;
}) {
  const [passphrase, setPassphrase] = useState('');
  const [again, setAgain] = useState('');
  const differs = passphrase !== '' && passphrase !== again;

  /** The card of the studios shows how far it is. */
  function save(): void {
    onClose();
    void exportStudio(studio, passphrase === '' ? null : passphrase);
  }

  return (
    <Modal title={text('studio.export-title', { name: studio.name })} onClose={onClose}>
      <p>{text('studio.export-text')}</p>
      <Form
        className="stack"
        onSubmit={(event) => {
          event.preventDefault();
          if (!differs) save();
        }}
      >
        <TextField
          label={text('studio.passphrase')}
          hint={text('studio.passphrase-hint')}
          type="password"
          autoComplete="new-password"
          maxLength={1000}
          value={passphrase}
          onChange={setPassphrase}
          autoFocus
        />
        {passphrase !== '' && (
          <TextField
            label={text('studio.passphrase-again')}
            type="password"
            autoComplete="new-password"
            maxLength={1000}
            value={again}
            onChange={setAgain}
            error={again !== '' && differs ? text('studio.passphrase-differs') : undefined}
          />
        )}
        <div className="dialog-actions">
          <Button onPress={onClose}>{text('shell.cancel')}</Button>
          <Button kind="primary" type="submit" isDisabled={differs}>
            {text('studio.export')}
          </Button>
        </div>
      </Form>
    </Modal>
  );
}
