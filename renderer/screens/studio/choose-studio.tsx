import { useEffect, useState } from 'react';
import { Form } from 'react-aria-components';
import { Button } from '../../components/buttons.tsx';
import { TextField } from '../../components/controls.tsx';
import { Logo } from '../../components/logo.tsx';
import { Banner } from '../../components/surfaces.tsx';
import { createStudio, openStudio, readStudios, refusalText, useStudios } from '../../store/studios.ts';
import { go } from '../../store/ui-store.ts';
import { text } from '../../text/text.ts';
import { JoinStudio } from '../shared/join-studio.tsx';
import { OpenStudioFile } from './open-studio-file.tsx';

const steps = ['firm', 'services', 'people'] as const;

/** The first screen if no studio is open: one's own, the sample, or one that is there already (rule J1). */
export function ChooseStudio({ hidden }: { readonly hidden: boolean }) {
  const studios = useStudios((known) => known.studios);
  const problem = useStudios((known) => known.problem);
  useEffect(() => void readStudios(), []);
  return (
    <main className="first-start" hidden={hidden}>
      <Logo />
      <h1 id="page-title" tabIndex={-1}>
        {text((studios ?? []).length > 0 ? 'studio.question-again' : 'studio.question')}
      </h1>
      <p className="muted">{text('studio.lead')}</p>
      {problem !== null && (
        <Banner tone="late">
          <strong>
            {text('studio.not-opened', {
              name: (studios ?? []).find(({ id }) => id === problem.id)?.name ?? problem.id,
            })}
          </strong>{' '}
          {refusalText(problem.refusal)}
        </Banner>
      )}
      <div className="first-start-cards">
        <OwnStudio />
        <div className="stack">
          <section className="card first-start-card">
            <h2>{text('studio.sample')}</h2>
            <p className="muted">{text('studio.sample-text')}</p>
            <div>
              <Button onPress={() => void createStudio('sample', text('studio.sample-name'))}>
                {text('studio.open-sample')}
              </Button>
            </div>
          </section>
          <KnownStudios />
          <JoinStudio />
        </div>
      </div>
      <p className="muted">
        <button type="button" className="link" onClick={() => go({ screen: 'manual', job: null })}>
          {text('nav.manual')}
        </button>{' '}
        <kbd>F1</kbd>
      </p>
    </main>
  );
}

function OwnStudio() {
  const [name, setName] = useState('');
  const [operator, setOperator] = useState('');
  const [error, setError] = useState<string | null>(null);

  async function begin(): Promise<void> {
    setError(
      name.trim() === ''
        ? text('studio-refusal.bad-input')
        : await createStudio('own', name.trim(), operator.trim() || null),
    );
  }

  return (
    <Form
      className="card first-start-card first"
      onSubmit={(event) => {
        event.preventDefault();
        void begin();
      }}
    >
      <h2>{text('studio.own')}</h2>
      <p className="muted">{text('studio.own-text')}</p>
      <ol className="first-start-steps">
        {steps.map((step) => (
          <li key={step}>
            {text(`studio.step-${step}`)}
            <small>{text(`studio.step-${step}-note`)}</small>
          </li>
        ))}
      </ol>
      <TextField
        label={text('studio.name')}
        value={name}
        onChange={setName}
        autoFocus
        error={error ?? undefined}
      />
      <TextField
        label={text('operator.name')}
        hint={text('operator.why')}
        value={operator}
        onChange={setOperator}
        maxLength={100}
        autoComplete="name"
      />
      <div>
        <Button kind="primary" type="submit">
          {text('studio.begin')}
        </Button>
      </div>
    </Form>
  );
}

function KnownStudios() {
  const studios = useStudios((known) => known.studios) ?? [];
  return (
    <section className="card first-start-card">
      <h2>{text('studio.have')}</h2>
      <p className="muted">{text(studios.length === 0 ? 'studio.have-none' : 'studio.have-text')}</p>
      {studios.map(({ id, name, kind }) => (
        <div key={id} className="row spread">
          <span>
            <strong>{name}</strong> <small className="muted">{text(`studio.kind-${kind}`)}</small>
          </span>
          <Button aria-label={text('studio.open-name', { name })} onPress={() => void openStudio(id)}>
            {text('studio.open')}
          </Button>
        </div>
      ))}
      <div>
        <OpenStudioFile />
      </div>
    </section>
  );
}
