import { Card } from '../../../components/surfaces.tsx';
import { text } from '../../../text/text.ts';
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
  return (
    <Card title={text('service-import.recognised')}>
      <pre className="card-body pasted">{pieces}</pre>
    </Card>
  );
}
