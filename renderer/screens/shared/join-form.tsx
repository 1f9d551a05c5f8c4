import { useState, type ReactNode } from 'react';
import { Form } from 'react-aria-components';
import type { SignInCall } from '../../../core/bridge/studios.ts';
import { TextField } from '../../components/controls.tsx';
import type { NotJoined } from '../../store/studios.ts';
import { text } from '../../text/text.ts';

/** What the form asks for: more, once the server or the link calls for it. */
const steps = ['link', 'password', 'code'] as const;
type Step = (typeof steps)[number];

const needed: Readonly<Record<string, Step>> = {
  'password-needed': 'password',
  'wrong-password': 'password',
  'code-needed': 'code',
  'wrong-code': 'code',
};

/**
 * Joins by the link of an invitation. By the link of a studio it asks for name and password, and then for a
 * code if the member has an app. `children`: the buttons.
 */
export function JoinForm({
  join,
  onJoined,
  focused = false,
  className,
  lead,
  children,
}: {
  readonly join: (link: string, signIn: SignInCall | null) => Promise<NotJoined | null>;
  readonly onJoined: () => void;
  readonly focused?: boolean;
  readonly className: string;
  readonly lead: ReactNode;
  readonly children: (busy: boolean, empty: boolean) => ReactNode;
}) {
  const [link, setLink] = useState('');
  const [name, setName] = useState('');
  const [password, setPassword] = useState('');
  const [code, setCode] = useState('');
  const [step, setStep] = useState<Step>('link');
  const [error, setError] = useState<{ readonly at: Step; readonly sentence: string } | null>(null);
  const [busy, setBusy] = useState(false);
  const asks = (one: Step): boolean => steps.indexOf(one) <= steps.indexOf(step);
  const errorAt = (one: Step): string | undefined => (error?.at === one ? error.sentence : undefined);
  const change = (set: (value: string) => void) => (value: string) => {
    set(value);
    setError(null);
  };

  async function send(): Promise<void> {
    setBusy(true);
    const signIn = asks('password') ? { name, password, code: asks('code') ? code : null } : null;
    const refused = await join(link, signIn);
    setBusy(false);
    if (refused === null) return onJoined();
    const at = needed[refused.reason] ?? 'link';
    // The first time that something is asked for, nothing was wrong.
    if (asks(at)) setError({ at, sentence: refused.sentence });
    else setStep(at);
  }

  return (
    <Form
      className={className}
      onSubmit={(event) => {
        event.preventDefault();
        const filled = !asks('password') || (name.trim() !== '' && password !== '');
        if (!busy && link.trim() !== '' && filled) void send();
      }}
    >
      {/* What it is for is clear once it asks for more: the fields then have the room. */}
      {step === 'link' && lead}
      <TextField
        label={text('shared-studio.link')}
        value={link}
        error={errorAt('link')}
        onChange={change((value) => {
          setLink(value);
          setStep('link');
        })}
        autoFocus={focused}
      />
      {asks('password') && (
        <div className="form-grid">
          <TextField
            label={text('shared-studio.name')}
            hint={text('shared-studio.name-hint')}
            value={name}
            onChange={change(setName)}
            maxLength={200}
            autoComplete="username"
            autoFocus
          />
          <TextField
            label={text('shared-studio.password')}
            type="password"
            value={password}
            error={errorAt('password')}
            onChange={change(setPassword)}
            maxLength={200}
            autoComplete="current-password"
          />
        </div>
      )}
      {asks('code') && (
        <TextField
          label={text('shared-studio.code')}
          hint={text('shared-studio.code-hint')}
          value={code}
          error={errorAt('code')}
          onChange={change(setCode)}
          maxLength={7}
          inputMode="numeric"
          autoComplete="one-time-code"
          autoFocus
        />
      )}
      {children(busy, link.trim() === '')}
    </Form>
  );
}
