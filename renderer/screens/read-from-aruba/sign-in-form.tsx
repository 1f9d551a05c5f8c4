import { useState } from 'react';
import { Form } from 'react-aria-components';
import type { AccountCalls, AccountRefusal, ShownStanding } from '../../../core/bridge/account.ts';
import type { ServiceId } from '../../../core/kernel/id.ts';
import { Button } from '../../components/buttons.tsx';
import { Checkbox, TextField } from '../../components/controls.tsx';
import { Banner, Card } from '../../components/surfaces.tsx';
import { text } from '../../text/text.ts';
import { accountRefusalText } from './refusal-sentence.ts';

export type ReadingWish = Omit<AccountCalls['account/read']['takes'], 'serviceId'>;

/**
 * Asks for the panel's user. The password exists only in this form, and no longer than until it is sent.
 */
export function SignInForm({
  serviceId,
  username,
  onUsername,
  standing,
  seconds,
  problem,
  onRead,
  onForget,
}: {
  readonly serviceId: ServiceId;
  /** The panel's user, first as the register knows it. The screen keeps it after a refusal. */
  readonly username: string;
  readonly onUsername: (username: string) => void;
  readonly standing: ShownStanding;
  /** Until a sign-in may be sent. */
  readonly seconds: number;
  readonly problem: AccountRefusal | null;
  readonly onRead: (wish: ReadingWish) => void;
  readonly onForget: () => void;
}) {
  const [password, setPassword] = useState('');
  const [keep, setKeep] = useState(false);
  const [premium, setPremium] = useState(false);
  const [tried, setTried] = useState(false);
  const [asksName] = useState(username === '');
  const kept = standing.kept.includes(serviceId);
  const signedIn = standing.signedIn.includes(serviceId);
  const withoutTyping = (): void => onRead({ credentials: null, keep: false, premium });

  function read(): void {
    setTried(true);
    if (username.trim() === '' || password === '' || seconds > 0) return;
    const credentials = { username: username.trim(), password };
    setPassword('');
    setTried(false);
    onRead({ credentials, keep, premium });
  }

  return (
    <Card title={text('from-aruba.sign-in')}>
      <div className="card-body stack">
        {problem !== null && (
          <Banner tone={problem.reason === 'stopped' ? 'wait' : 'late'}>{accountRefusalText(problem)}</Banner>
        )}
        {seconds > 0 && (
          // Read out once, not at each second.
          <p role="timer" aria-live="off">
            {text('from-aruba.wait', { seconds })}
          </p>
        )}
        {(signedIn || kept) && (
          <div className="stack">
            <p>{text(signedIn ? 'from-aruba.token-left' : 'from-aruba.is-kept')}</p>
            <div className="row">
              <Button kind="primary" autoFocus isDisabled={!signedIn && seconds > 0} onPress={withoutTyping}>
                {text(signedIn ? 'from-aruba.read-token' : 'from-aruba.read-kept')}
              </Button>
              <Button onPress={onForget}>{text('from-aruba.forget')}</Button>
            </div>
          </div>
        )}
        <Form
          className="stack"
          onSubmit={(event) => {
            event.preventDefault();
            read();
          }}
        >
          <TextField
            label={text('from-aruba.username')}
            hint={text('from-aruba.username-hint')}
            value={username}
            onChange={onUsername}
            autoComplete="off"
            autoFocus={!signedIn && !kept && asksName}
            error={tried && username.trim() === '' ? text('from-aruba.username-missing') : undefined}
          />
          <TextField
            label={text('from-aruba.password')}
            hint={text(standing.keyring ? 'from-aruba.password-hint' : 'from-aruba.password-never')}
            value={password}
            onChange={setPassword}
            type="password"
            autoComplete="off"
            autoFocus={!signedIn && !kept && !asksName}
            error={tried && password === '' ? text('from-aruba.password-missing') : undefined}
          />
          {standing.keyring ? (
            <Checkbox checked={keep} onChange={setKeep}>
              {text('from-aruba.keep')}
            </Checkbox>
          ) : (
            <p className="muted">{text('from-aruba.no-keyring')}</p>
          )}
          <Checkbox checked={premium} onChange={setPremium}>
            {text('from-aruba.premium')}
          </Checkbox>
          <div>
            <Button kind={signedIn || kept ? 'plain' : 'primary'} type="submit" isDisabled={seconds > 0}>
              {text('from-aruba.read')}
            </Button>
          </div>
        </Form>
      </div>
    </Card>
  );
}
