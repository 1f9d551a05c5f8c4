import { useEffect, useRef, useState } from 'react';
import type { PasswordCall } from '../../../core/bridge/shared.ts';
import { Button } from '../../components/buttons.tsx';
import { copyElement } from '../../components/copy.ts';
import { askOwnPassword, useOwnPassword } from '../../store/own-password.ts';
import { openDialog, toast } from '../../store/ui-store.ts';
import { text } from '../../text/text.ts';

/** The person's own password at the server: whether there is one, and what can be done with it. */
export function OwnPassword() {
  const now = useOwnPassword((known) => known.now);
  const refusal = useOwnPassword((known) => known.refusal);
  const [asking, setAsking] = useState<Weaker | null>(null);
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
            {now.code && <Button onPress={() => setAsking('no-code')}>{text('own-password.no-code')}</Button>}
            {now.set && <Button onPress={() => setAsking('remove')}>{text('own-password.remove')}</Button>}
          </div>
          {asking !== null && now.set && (
            <Sure
              what={asking}
              onYes={() => {
                setAsking(null);
                void change(
                  { kind: asking },
                  text(asking === 'remove' ? 'own-password.removed' : 'own-password.code-off'),
                );
              }}
              onNo={() => setAsking(null)}
            />
          )}
          {now.set && <StudioLink link={now.links[0] ?? ''} />}
        </>
      )}
    </section>
  );
}

/** What makes the access weaker, or closes a way in: it is asked before it is done. */
type Weaker = 'remove' | 'no-code';

function Sure({
  what,
  onYes,
  onNo,
}: {
  readonly what: Weaker;
  readonly onYes: () => void;
  readonly onNo: () => void;
}) {
  return (
    <div className="banner" data-tone="soon" role="group" aria-label={text(`own-password.${what}`)}>
      <div className="text">{text(`own-password.${what}-sure`)}</div>
      <div className="row">
        <Button autoFocus onPress={onNo}>
          {text('shell.cancel')}
        </Button>
        <Button kind="danger" onPress={onYes}>
          {text(`own-password.${what}-yes`)}
        </Button>
      </div>
    </div>
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
