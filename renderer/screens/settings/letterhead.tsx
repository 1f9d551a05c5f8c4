import { FileTrigger } from 'react-aria-components';
import { mostLogoBytes } from '../../../core/quotes/logo.ts';
import { Button } from '../../components/controls.tsx';
import { Card } from '../../components/surfaces.tsx';
import { submit } from '../../store/actions.ts';
import { useDesk } from '../../store/desk.ts';
import { base64 } from '../../store/save-file.ts';
import { toast } from '../../store/ui-store.ts';
import { refusalText } from '../../text/sentences.ts';
import { text } from '../../text/text.ts';

/** The firm's logo at the top of its papers. */
export function Letterhead() {
  const logo = useDesk((desk) => desk.state.workspace.logos.get('firm'));

  async function take(file: File | undefined): Promise<void> {
    if (file === undefined) return;
    // The size is known without reading the file.
    if (file.size > mostLogoBytes)
      return toast(refusalText({ reason: 'logo-too-big', bytes: file.size, most: mostLogoBytes }), {
        tone: 'late',
      });
    await submit(
      { type: 'firm/logo', base64: base64(new Uint8Array(await file.arrayBuffer())) },
      { text: text('logo.saved'), undo: true },
    );
  }

  return (
    <Card title={text('logo.title')}>
      <div className="card-body stack">
        <p>{text('logo.text')}</p>
        {logo !== undefined && (
          <div>
            <img
              className="logo-shown"
              alt={text('logo.alt')}
              src={`data:${logo.type};base64,${logo.base64}`}
            />
          </div>
        )}
        <div className="row">
          <FileTrigger
            acceptedFileTypes={['image/png', 'image/jpeg']}
            onSelect={(files) => void take(files?.[0])}
          >
            <Button>{text('logo.choose')}</Button>
          </FileTrigger>
          {logo !== undefined && (
            <Button
              onPress={() =>
                void submit({ type: 'firm/logo', base64: null }, { text: text('logo.removed'), undo: true })
              }
            >
              {text('logo.remove')}
            </Button>
          )}
        </div>
      </div>
    </Card>
  );
}
