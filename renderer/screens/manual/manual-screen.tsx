import { useState } from 'react';
import { SearchField } from '../../components/controls.tsx';
import { Card, Page } from '../../components/surfaces.tsx';
import { useRoving } from '../../components/use-roving.ts';
import { useDesk } from '../../store/desk.ts';
import { go } from '../../store/ui-store.ts';
import { fold } from '../../text/fold.ts';
import { language, text } from '../../text/text.ts';
import { jobFor, jobs } from './jobs.ts';
import { jobIds, pictureOf, type JobId, type Sentence, type Step } from './job.ts';
import { placeOf } from './open-screens.ts';
import { chapterOf, plainSentence, readSentence } from './read-sentence.ts';

const open = (job: JobId): void => go({ screen: 'manual', job });

const chapterTitle = (id: JobId): string =>
  text('manual.chapter', { number: chapterOf(id), title: plainSentence(jobs[id].title) });

/** The manual: ten jobs of a studio, one at a time. `job`: a job, or a screen whose help is asked for. */
export function ManualScreen({ job }: { readonly job: string | null }) {
  const id = jobFor(job);
  const { when, steps, mind, picture } = jobs[id];
  return (
    <Page title={chapterTitle(id)} lead={plainSentence(when)}>
      <div className="manual">
        <Contents current={id} />
        <div className="stack">
          <Card title={text('manual.steps')}>
            <ol className="card-body manual-steps">
              {steps.map((step) => (
                <StepLine key={step.says[0]} step={step} />
              ))}
            </ol>
          </Card>
          <figure className="card manual-picture">
            <img src={pictureOf(id, language())} alt="" />
            <figcaption>{text('manual.picture', { shows: plainSentence(picture) })}</figcaption>
          </figure>
          <Card title={text('manual.mind')}>
            <ul className="card-body manual-mind">
              {mind.map((sentence) => (
                <li key={sentence[0]}>
                  <Words of={sentence} />
                </li>
              ))}
            </ul>
          </Card>
          <Neighbours of={id} />
        </div>
      </div>
    </Page>
  );
}

/** A sentence. The words of buttons and fields stand out. */
function Words({ of }: { readonly of: Sentence }) {
  return readSentence(of).map(({ label, text: words }, index) =>
    // A sentence never changes the order of its pieces.
    // oxlint-disable-next-line react/no-array-index-key
    label ? <b key={index}>{words}</b> : <span key={index}>{words}</span>,
  );
}

function StepLine({ step: { says, opens } }: { readonly step: Step }) {
  const simulated = useDesk((desk) => desk.simulated);
  const place = opens === undefined ? undefined : placeOf(opens, simulated);
  return (
    <li>
      <p>
        <Words of={says} />
      </p>
      {place !== undefined && (
        <button type="button" className="link" onClick={() => go(place.route)}>
          {text('manual.open', { screen: place.name })}
        </button>
      )}
    </li>
  );
}

/** Everything that a chapter says, for the search. */
function wordsOf(id: JobId): string {
  const { title, when, steps, mind } = jobs[id];
  return fold([title, when, ...steps.map(({ says }) => says), ...mind].map(plainSentence).join(' '));
}

/** The list of chapters, and a search in all that they say. */
function Contents({ current }: { readonly current: JobId }) {
  const [query, setQuery] = useState('');
  const roving = useRoving();
  const words = fold(query)
    .split(' ')
    .filter((word) => word !== '');
  const found = jobIds.filter((id) => {
    const said = words.length === 0 ? '' : wordsOf(id);
    return words.every((word) => said.includes(word));
  });
  return (
    <nav className="manual-contents" aria-label={text('manual.contents')}>
      <SearchField label={text('manual.search')} value={query} onChange={setQuery} />
      {found.length === 0 && <p className="muted">{text('manual.none')}</p>}
      <ul {...roving}>
        {found.map((id) => (
          <li key={id} data-row>
            <button
              type="button"
              className="nav-item"
              aria-current={id === current ? 'page' : undefined}
              onClick={() => open(id)}
            >
              {chapterTitle(id)}
            </button>
          </li>
        ))}
      </ul>
    </nav>
  );
}

/** The chapters before and after this one. */
function Neighbours({ of }: { readonly of: JobId }) {
  const before = jobIds[jobIds.indexOf(of) - 1];
  const next = jobIds[jobIds.indexOf(of) + 1];
  return (
    <div className="manual-neighbours">
      {before !== undefined && (
        <button type="button" className="link" onClick={() => open(before)}>
          {text('manual.before', { title: plainSentence(jobs[before].title) })}
        </button>
      )}
      {next !== undefined && (
        <button type="button" className="link manual-next" onClick={() => open(next)}>
          {text('manual.next', { title: plainSentence(jobs[next].title) })}
        </button>
      )}
    </div>
  );
}
