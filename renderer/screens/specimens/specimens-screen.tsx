import type { FirmChoice } from '../../../core/desk/rules/decide-firm.ts';
import { Button } from '../../components/buttons.tsx';
import { Card, Page } from '../../components/surfaces.tsx';
import { submit } from '../../store/actions.ts';
import { useDesk } from '../../store/desk.ts';
import { text } from '../../text/text.ts';
import { ButtonSpecimens } from './button-specimens.tsx';
import { FieldSpecimens } from './field-specimens.tsx';
import { MessageSpecimens } from './message-specimens.tsx';
import { SurfaceSpecimens } from './surface-specimens.tsx';

/**
 * Every component in every state, in the theme and language that are set: whoever changes one looks here. The
 * palette finds it by its whole name alone.
 */
export function SpecimensScreen() {
  return (
    <Page wide title={text('specimen.title')} lead={text('specimen.lead')}>
      <Look />
      <div className="halves">
        <div className="stack">
          <ButtonSpecimens />
          <FieldSpecimens />
        </div>
        <div className="stack">
          <SurfaceSpecimens />
          <MessageSpecimens />
        </div>
      </div>
    </Page>
  );
}

function Look() {
  const firm = useDesk((desk) => desk.state.workspace.firm.get('firm'));
  if (firm === undefined) return null;
  const choose = (change: FirmChoice) => (): void => void submit({ type: 'firm/settings', ...change });
  return (
    <Card title={text('specimen.look')}>
      <div className="card-body row row-wrap">
        <Button onPress={choose({ theme: 'light' })}>{text('do.theme-light')}</Button>
        <Button onPress={choose({ theme: 'dark' })}>{text('do.theme-dark')}</Button>
        <Button onPress={choose({ language: 'it' })}>{text('do.italian')}</Button>
        <Button onPress={choose({ language: 'en' })}>{text('do.english')}</Button>
      </div>
    </Card>
  );
}
