import { useState } from 'react';
import { Button } from '../../components/buttons.tsx';
import { TextField } from '../../components/controls.tsx';
import { FormActions } from '../../components/form-actions.tsx';
import { Modal } from '../../components/modal.tsx';
import { Card } from '../../components/surfaces.tsx';
import { TermHelp, terms } from '../../components/term-help.tsx';
import { hintScreens } from '../../store/hint-screens.ts';
import { toast } from '../../store/ui-store.ts';
import { text } from '../../text/text.ts';
import { HintLine } from '../hints/hint.tsx';

const stays = (): void => undefined;

/** Terms with their help, hints, dialogs of both sizes, short messages. */
export function MessageSpecimens() {
  const [open, setOpen] = useState<'usual' | 'large' | null>(null);
  const close = (): void => setOpen(null);
  return (
    <>
      <Card title={text('specimen.terms')}>
        <ul className="card-body stack stack-small">
          {terms.map((term) => (
            <li key={term}>
              {text(`term.${term}`)}
              <TermHelp term={term} />
            </li>
          ))}
        </ul>
        <div className="card-body">
          {hintScreens.map((screen) => (
            <HintLine key={screen} screen={screen} onDone={stays} />
          ))}
        </div>
      </Card>
      <Card title={text('specimen.messages')}>
        <div className="card-body row row-wrap">
          <Button onPress={() => setOpen('usual')}>{text('specimen.dialog')}</Button>
          <Button onPress={() => setOpen('large')}>{text('specimen.large-dialog')}</Button>
          <Button onPress={() => toast(text('specimen.said'))}>{text('specimen.toast')}</Button>
          <Button onPress={() => toast(text('specimen.said-late'), { tone: 'late' })}>
            {text('specimen.toast-late')}
          </Button>
        </div>
      </Card>
      {open !== null && (
        <Modal title={text('specimen.messages')} large={open === 'large'} onClose={close}>
          <p>{text('specimen.banner')}</p>
          <TextField label={text('specimen.with-hint')} hint={text('specimen.hint')} autoFocus />
          <FormActions onClose={close} />
        </Modal>
      )}
    </>
  );
}
