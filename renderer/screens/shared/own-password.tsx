import { useEffect, useRef } from 'react';
import type { PasswordCall } from '../../../core/bridge/shared.ts';
import { Button } from '../../components/controls.tsx';
import { copyElement } from '../../components/copy.ts';
import { askOwnPassword, useOwnPassword } from '../../store/own-password.ts';
import { openDialog, toast } from '../../store/ui-store.ts';
import { text } from '../../text/text.ts';

/** The person's own password at the server: whether there is one, and what can be done with it. */
export function OwnPassword() {
  const now = useOwnPassword((known) => known.now);
  const refusal = useOwnPassword((known) => known.refusal);
  useEffect(() => void askOwnPassword({ kind: 'look' }), []);

  async function change(call: PasswordCall, said: string): Promise<void> {
    if ((await askOwnPassword(call)) !== null) toast(said);
  }

  return (
    <section className="stack" aria-labelledby="own-password">
      <h3 id="own-password">{text('own-password.title')}</h3>
      {refusal !== null && <p role="alert">{text(`own-password.refusal-${refusal}`)}</p>}
      {now !== null && (
        <>
          <p>{text(`own-password.${now.code ? 'with-code' : now.set ? 'set' : 'none'}`)}</p>
          <div className="row row-wrap">
            <Button onPress={() => openDialog({ kind: 'own-password' })}>
              {text(now.set ? 'own-password.change' : 'own-password.choose')}
            </Button>
            {now.set && !now.code && (
              <Button onPress={() => openDialog({ kind: 'own-code' })}>
                {text('own-password.ask-code')}
              </Button>
            )}
            {now.code && (
              <Button onPress={() => void change({ kind: 'no-code' }, text('own-password.code-off'))}>
                {text('own-password.no-code')}
              </Button>
            )}
            {now.set && (
              <Button onPress={() => void change({ kind: 'remove' }, text('own-password.removed'))}>
                {text('own-password.remove')}
              </Button>
            )}
          </div>
          {now.set && <StudioLink link={now.links[0] ?? ''} />}
        </>
      )}
    </section>
  );
}

/** The link with which the person joins from another computer. */
function StudioLink({ link }: { readonly link: string }) {
  const shown = useRef<HTMLElement>(null);

  function copy(): void {
    if (shown.current === null) return;
    toast(text(copyElement(shown.current) ? 'members.copied' : 'members.not-copied'));
  }

  return (
    <>
      <p className="muted">{text('own-password.link-text')}</p>
      <div className="row row-wrap">
        <code ref={shown} className="invitation-link" aria-label={text('own-password.link')}>
          {link}
        </code>
        <Button onPress={copy}>{text('own-password.copy')}</Button>
      </div>
    </>
  );
}
