import type { Firm } from '../../../core/desk/rows/state.ts';
import { mostLogoBytes, type Logo } from '../../../core/quotes/logo.ts';
import { letterheadLayouts } from '../../../core/formats/paper/letterhead-layout.ts';
import { Button, FileButton } from '../../components/buttons.tsx';
import { Select } from '../../components/controls.tsx';
import { PaperPreview } from '../../components/paper-preview.tsx';
import { Card } from '../../components/surfaces.tsx';
import { letterhead, type PrintDocument } from '../../papers/print-sheet.ts';
import { submit } from '../../store/actions.ts';
import { useDesk } from '../../store/desk.ts';
import { base64 } from '../../store/save-file.ts';
import { toast } from '../../store/ui-store.ts';
import { refusalText } from '../../text/sentences.ts';
import { language, text } from '../../text/text.ts';

/** The firm's logo at the top of its papers. */
export function Letterhead() {
  const logo = useDesk((desk) => desk.state.workspace.logos.get('firm'));
  const firm = useDesk((desk) => desk.state.workspace.firm.get('firm'));

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
        {firm !== undefined && (
          <>
            <Select
              label={text('letterhead.layout')}
              value={firm.letterhead ?? letterheadLayouts[0]}
              choices={letterheadLayouts.map((id) => ({ id, label: text(`letterhead.${id}`) }))}
              onChange={(layout) =>
                void submit(
                  { type: 'firm/letterhead', layout },
                  { text: text('letterhead.saved'), undo: true },
                )
              }
            />
            <PaperPreview document={sampleLetter(firm, logo)} whole={false} />
          </>
        )}
        <div className="row">
          <FileButton accepts={['image/png', 'image/jpeg']} onSelect={([file]) => void take(file)}>
            {text('logo.choose')}
          </FileButton>
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

/** A paper with its head and a sentence: what the choice of a layout changes. */
const sampleLetter = (firm: Firm, logo: Logo | undefined): PrintDocument => ({
  language: language(),
  title: text('logo.title'),
  letterhead: letterhead(firm, logo),
  opening: text('letterhead.sample-text'),
  recipient: null,
  facts: [],
  tables: [],
  totals: [],
  notes: [],
  derivations: [],
  footer: '',
});
