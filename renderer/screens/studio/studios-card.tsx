import { useEffect, useState } from 'react';
import { Form } from 'react-aria-components';
import { Button } from '../../components/buttons.tsx';
import { TextField } from '../../components/controls.tsx';
import { Badge, Card } from '../../components/surfaces.tsx';
import type { StudioEntry } from '../../../core/bridge/studios.ts';
import { createStudio, openStudio, readStudios, useStudios } from '../../store/studios.ts';
import { openDialog } from '../../store/ui-store.ts';
import { text } from '../../text/text.ts';
import { OpenStudioFile } from './open-studio-file.tsx';

/** The studios of this computer: switch, make a new one, take one off the list (rule J1). */
export function StudiosCard() {
  const studios = useStudios((known) => known.studios) ?? [];
  const open = useStudios((known) => known.open);
  const [name, setName] = useState('');
  const [error, setError] = useState<string | null>(null);
  useEffect(() => void readStudios(), []);

  async function make(): Promise<void> {
    setError(name.trim() === '' ? text('studio-refusal.bad-input') : await createStudio('own', name.trim()));
  }

  return (
    <Card title={text('studio.title')}>
      <div className="card-body stack">
        {studios.map((studio) => (
          <div key={studio.id} className="row spread">
            <span>
              <strong>{studio.name}</strong>{' '}
              <small className="muted">{text(`studio.kind-${studio.kind}`)}</small>
            </span>
            {studio.id === open ? (
              <span className="row">
                <Badge tone="ok">{text('studio.is-open')}</Badge>
                <SaveCopy studio={studio} />
              </span>
            ) : (
              <span className="row">
                <SaveCopy studio={studio} />
                <Button
                  aria-label={text('studio.remove-name', { name: studio.name })}
                  onPress={() => openDialog({ kind: 'remove-studio', studio })}
                >
                  {text('studio.remove')}
                </Button>
                <Button
                  aria-label={text('studio.open-name', { name: studio.name })}
                  onPress={() => void openStudio(studio.id)}
                >
                  {text('studio.open')}
                </Button>
              </span>
            )}
          </div>
        ))}
        <Form
          className="row row-end"
          onSubmit={(event) => {
            event.preventDefault();
            void make();
          }}
        >
          <TextField label={text('studio.name')} value={name} onChange={setName} error={error ?? undefined} />
          <Button type="submit">{text('studio.new')}</Button>
        </Form>
        <div className="row row-wrap">
          <OpenStudioFile />
          {!studios.some(({ kind }) => kind === 'sample') && (
            <Button onPress={() => void createStudio('sample', text('studio.sample-name'))}>
              {text('studio.sample')}
            </Button>
          )}
        </div>
      </div>
    </Card>
  );
}

const SaveCopy = ({ studio }: { readonly studio: StudioEntry }) => (
  <Button
    aria-label={text('studio.export-name', { name: studio.name })}
    onPress={() => openDialog({ kind: 'export-studio', studio })}
  >
    {text('studio.export')}
  </Button>
);
