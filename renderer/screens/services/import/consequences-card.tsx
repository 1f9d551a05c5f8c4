import { Card } from '../../../components/surfaces.tsx';
import { countText, dayText } from '../../../text/format.ts';
import { text } from '../../../text/text.ts';
import type { Consequences, Outlook } from './use-consequences.ts';

const words: Readonly<Record<keyof Outlook, (outlook: Outlook) => string>> = {
  services: ({ services }) => countText(services),
  nextExpiry: ({ nextExpiry }) => (nextExpiry === null ? text('service-import.none') : dayText(nextExpiry)),
  sessions: ({ sessions }) => countText(sessions),
};

/** What Conferma does, before it is pressed. The figures of the plan come a moment later. */
export function ConsequencesCard({
  facts,
  consequences,
}: {
  readonly facts: number;
  readonly consequences: Consequences | null;
}) {
  const change = (part: keyof Outlook): string => {
    if (consequences === null) return text('service-import.computing');
    const [from, to] = [words[part](consequences.before), words[part](consequences.after)];
    return from === to ? to : text('service-import.from-to', { from, to });
  };
  return (
    <Card title={text('service-import.what-happens')}>
      <dl className="card-body happens" aria-busy={consequences === null}>
        <dt>{text('service-import.facts')}</dt>
        <dd>{countText(facts)}</dd>
        <dt>{text('service-import.services')}</dt>
        <dd>{change('services')}</dd>
        <dt>{text('service-import.next-expiry')}</dt>
        <dd>{change('nextExpiry')}</dd>
        <dt>{text('service-import.sessions')}</dt>
        <dd>{change('sessions')}</dd>
      </dl>
      <p className="card-body muted">{text('service-import.promise')}</p>
    </Card>
  );
}
