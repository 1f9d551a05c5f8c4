import { useState } from 'react';
import { Form } from 'react-aria-components';
import { Button } from '../../components/buttons.tsx';
import { TextField } from '../../components/controls.tsx';
import { Modal } from '../../components/modal.tsx';
import { chooseBackend } from '../../store/studios.ts';
import { text } from '../../text/text.ts';

/** Asks for another address of the vendor. Nothing changes before the person has read what will go there. */
export function VendorAddressDialog({ onClose }: { readonly onClose: () => void }) {
  const [typed, setTyped] = useState('');
  const [error, setError] = useState<string | null>(null);
  /** The address as it will be used, once it was found safe. */
  const [address, setAddress] = useState<string | null>(null);

  async function send(confirmed: boolean): Promise<void> {
    const answer = await chooseBackend(typed, confirmed);
    if (typeof answer === 'string') {
      setAddress(null);
      setError(answer);
    } else if (confirmed) onClose();
    else setAddress(answer.address);
  }

  return (
    <Modal
      title={address === null ? text('vendor-address.dialog') : text('vendor-address.confirm', { address })}
      onClose={onClose}
    >
      <Form
        className="stack"
        onSubmit={(event) => {
          event.preventDefault();
          if (typed.trim() !== '') void send(address !== null);
        }}
      >
        {address === null ? (
          <TextField
            label={text('vendor-address.field')}
            hint={text('vendor-address.hint')}
            maxLength={300}
            value={typed}
            onChange={(next) => {
              setTyped(next);
              setError(null);
            }}
            error={error ?? undefined}
            autoFocus
          />
        ) : (
          <>
            <p>{text('vendor-address.sent')}</p>
            <ul>
              <li>{text('vendor-address.sent-access')}</li>
              <li>{text('vendor-address.sent-orders')}</li>
              <li>{text('vendor-address.sent-users')}</li>
            </ul>
            <p className="muted">{text('vendor-address.out')}</p>
          </>
        )}
        <div className="dialog-actions">
          {/* After the first step Return must not send: the focus goes to the safe button. */}
          <Button key={address ?? ''} onPress={onClose} autoFocus={address !== null}>
            {text('shell.cancel')}
          </Button>
          <Button kind="primary" type="submit" isDisabled={typed.trim() === ''}>
            {text(address === null ? 'vendor-address.next' : 'vendor-address.go')}
          </Button>
        </div>
      </Form>
    </Modal>
  );
}
