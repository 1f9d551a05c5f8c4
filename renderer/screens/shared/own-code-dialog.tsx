import { useEffect, useState } from 'react';
import { Form } from 'react-aria-components';
import type { PasswordNow } from '../../../core/bridge/shared.ts';
import { Button } from '../../components/buttons.tsx';
import { TextField } from '../../components/controls.tsx';
import { Modal } from '../../components/modal.tsx';
import { QrCode } from '../../components/qr-code.tsx';
import { askOwnPassword, useOwnPassword } from '../../store/own-password.ts';
import { toast } from '../../store/ui-store.ts';
import { text } from '../../text/text.ts';

/** Adds an app for codes to the own password: the app shows that it has the key before it counts. */
export function OwnCodeDialog({ onClose }: { readonly onClose: () => void }) {
  const refusal = useOwnPassword((known) => known.refusal);
  const [app, setApp] = useState<PasswordNow['app']>(null);
  const [code, setCode] = useState('');
  const [busy, setBusy] = useState(false);
  useEffect(() => {
    let shown = true;
    void askOwnPassword({ kind: 'new-secret' }).then((now) => shown && setApp(now?.app ?? null));
    return () => {
      shown = false;
    };
  }, []);

  async function add(secret: string): Promise<void> {
    setBusy(true);
    const added = await askOwnPassword({ kind: 'code', secret, code });
    setBusy(false);
    if (added === null) return;
    toast(text('own-password.code-on'));
    onClose();
  }

  const sentence = refusal === null ? undefined : text(`own-password.refusal-${refusal}`);
  return (
    <Modal large title={text('own-password.code-title')} onClose={onClose}>
      <p>{text('own-password.code-lead')}</p>
      {app === null && sentence !== undefined && <p role="alert">{sentence}</p>}
      {app !== null && (
        <Form
          className="stack"
          onSubmit={(event) => {
            event.preventDefault();
            if (!busy && code.trim() !== '') void add(app.secret);
          }}
        >
          <div className="row invitation">
            <code className="invitation-link" aria-label={text('own-password.key')}>
              {app.secret}
            </code>
            <QrCode value={app.uri} label={text('own-password.qr')} size={176} />
          </div>
          <TextField
            label={text('own-password.code')}
            value={code}
            error={sentence}
            onChange={(value) => {
              setCode(value);
              useOwnPassword.setState({ refusal: null });
            }}
            maxLength={7}
            inputMode="numeric"
            autoComplete="one-time-code"
            autoFocus
          />
          <p className="muted">{text('own-password.code-lost')}</p>
          <div className="dialog-actions">
            <Button onPress={onClose}>{text('shell.cancel')}</Button>
            <Button kind="primary" type="submit" isDisabled={busy || code.trim() === ''}>
              {text('own-password.code-go')}
            </Button>
          </div>
        </Form>
      )}
    </Modal>
  );
}
