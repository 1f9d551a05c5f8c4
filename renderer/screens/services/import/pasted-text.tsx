import type { PasteProblem } from '../../../../core/register/import/read-pasted.ts';
import { Card } from '../../../components/surfaces.tsx';
import { dayText } from '../../../text/format.ts';
import { text } from '../../../text/text.ts';
import { fieldText } from '../../register/fact-words.ts';
import { rejectSentence } from './reject-sentence.ts';
import type { ServiceReading } from './read-services.ts';

/** The pasted text: what was recognised is marked, the rest stays visible. */
export function PastedText({
  reading: { pasted, services },
}: {
  readonly reading: Extract<ServiceReading, { kind: 'paste' }>;
}) {
  const parts = services.flatMap(({ found }) => found).toSorted((a, b) => a.from - b.from);
  const pieces: React.ReactNode[] = [];
  let at = 0;
  for (const { from, to } of parts) {
    if (from < at) continue;
    pieces.push(pasted.slice(at, from), <mark key={from}>{pasted.slice(from, to)}</mark>);
    at = to;
  }
  pieces.push(pasted.slice(at));
  const problems = [...new Set(services.flatMap((service) => service.problems.map(problemSentence)))];
  return (
    <Card title={text('service-import.recognised')}>
      <pre className="card-body pasted">{pieces}</pre>
      {problems.length > 0 && (
        <ul className="list">
          {problems.map((sentence) => (
            <li key={sentence}>{sentence}</li>
          ))}
        </ul>
      )}
    </Card>
  );
}

/** Why a part of the text was not taken. */
function problemSentence(problem: PasteProblem): string {
  switch (problem.kind) {
    case 'bad-value':
      return text('service-paste.bad-value', {
        field: fieldText(problem.field),
        why: rejectSentence(problem.reason),
      });
    case 'several-values':
      return text('service-paste.several-values', {
        field: problem.field === 'state' ? text('col.state') : fieldText(problem.field),
        values: problem.values.join(', '),
      });
    case 'state-disagrees':
      return text('service-paste.state-disagrees', { day: dayText(problem.expiry) });
    case 'module-on-receive-only':
    case 'nothing-recognised':
      return text(`service-paste.${problem.kind}`);
  }
}
