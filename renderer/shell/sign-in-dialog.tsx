import { useEffect, useState } from 'react';
import { Form } from 'react-aria-components';
import type { SignInRefusal } from '../../core/bridge/refusals.ts';
import { bridge } from '../bridge.ts';
import { Button } from '../components/buttons.tsx';
import { TextField } from '../components/controls.tsx';
import { Modal } from '../components/modal.tsx';
import { Banner } from '../components/surfaces.tsx';
import { useDesk, vendorSync } from '../store/desk.ts';
import { toast } from '../store/ui-store.ts';
import { signInRefusalText } from '../text/sentences.ts';
import { text } from '../text/text.ts';

/** Signs in with the Aruba account. The password exists only in this form. */
export function SignInDialog({
  why,
  onClose,
}: {
  readonly why: 'asked' | 'order';
  readonly onClose: () => void;
}) {
  const account = useDesk((desk) => desk.state.workspace.firm.get('firm')?.account ?? '');
  const [username, setUsername] = useState(account);
  const [password, setPassword] = useState('');
  const [problem, setProblem] = useState<SignInRefusal | null>(null);
  const [working, setWorking] = useState(false);
  const hint = useSimulatorHint();
  const address = useDesk((desk) => desk.backendAddress);
  useElsewhere(working, onClose);

  // Counts down one second at a time, then signs in with what the form contains at that moment.
  useEffect(() => {
    if (problem?.reason !== 'rate-limited') return undefined;
    const timer = setTimeout(
      () => {
        if (problem.waitMs > 1000) setProblem({ ...problem, waitMs: problem.waitMs - 1000 });
        else void signIn();
      },
      Math.min(1000, problem.waitMs),
    );
    return () => clearTimeout(timer);
  });

  async function signIn(): Promise<void> {
    setWorking(true);
    setProblem(null);
    const result = await bridge.call('access/sign-in', { username: username.trim(), password });
    setWorking(false);
    if (!result.ok) {
      setProblem(result.error);
      return;
    }
    toast(text('sign-in.done'));
    onClose();
  }

  return (
    <Modal title={text('sign-in.title')} onClose={onClose}>
      <p className="muted">{text(why === 'order' ? 'sign-in.order' : 'sign-in.asked')}</p>
      {address !== null && <Banner tone="soon">{text('sign-in.address', { address })}</Banner>}
      <Form
        className="stack"
        onSubmit={(event) => {
          event.preventDefault();
          void signIn();
        }}
      >
        {problem !== null && <Banner tone="late">{signInRefusalText(problem)}</Banner>}
        <TextField
          label={text('sign-in.account')}
          hint={text('sign-in.account-hint')}
          value={username}
          onChange={setUsername}
          autoComplete="username"
        />
        <TextField
          label={text('sign-in.password')}
          hint={text('sign-in.password-hint')}
          value={password}
          onChange={setPassword}
          type="password"
          autoComplete="off"
          autoFocus
        />
        {problem?.reason === 'rate-limited' && (
          <p className="faint">{text('sign-in.again', { seconds: Math.ceil(problem.waitMs / 1000) })}</p>
        )}
        {hint !== null && <p className="faint">{hint}</p>}
        <div className="dialog-actions">
          <Button onPress={onClose}>{text(why === 'order' ? 'sign-in.later' : 'shell.cancel')}</Button>
          <Button
            kind="primary"
            type="submit"
            isDisabled={
              working || problem?.reason === 'rate-limited' || password === '' || username.trim() === ''
            }
          >
            {text(working ? 'sign-in.working' : 'sign-in.button')}
          </Button>
        </div>
      </Form>
    </Modal>
  );
}

/** The account and the password of the simulator, in words. Null if the vendor is not simulated. */
function useSimulatorHint(): string | null {
  const simulated = useDesk((desk) => desk.simulated);
  const [known, setKnown] = useState<Readonly<Record<'account' | 'password', string>> | null>(null);
  useEffect(() => {
    if (simulated)
      void bridge.call('simulator/state', null).then((state) => {
        if (state.ok) setKnown(state.value);
      });
  }, [simulated]);
  return known === null
    ? null
    : text('sign-in.simulated', { account: known.account, password: known.password });
}

/** Calls `close` if somebody signs in from another window while this one does nothing. */
function useElsewhere(working: boolean, close: () => void): void {
  const link = useDesk((desk) => vendorSync(desk).link);
  const [first] = useState(link);
  const elsewhere = first === 'signed-out' && (link === 'synced' || link === 'pending') && !working;
  useEffect(() => {
    if (elsewhere) close();
  }, [elsewhere, close]);
}
