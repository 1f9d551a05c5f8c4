import { useMemo, useState } from 'react';
import { itemKinds } from '../../../../core/catalog/item.ts';
import type { ServiceId } from '../../../../core/kernel/id.ts';
import type { Service } from '../../../../core/services/service.ts';
import { Button } from '../../../components/buttons.tsx';
import { SearchField, Select } from '../../../components/controls.tsx';
import { useDesk } from '../../../store/desk.ts';
import { text } from '../../../text/text.ts';
import { fold } from '../../../text/fold.ts';
import type { KindAnswer } from './answers.ts';
import type { ReviewLine } from './review.ts';

/** How many services are offered at once. */
const most = 6;

/** What a line sells: a person chooses, or leaves it out. */
export function KindQuestion({
  line,
  onKind,
}: {
  readonly line: ReviewLine;
  readonly onKind: (kind: KindAnswer) => void;
}) {
  const value: KindAnswer | null = line.kind === 'ask' ? null : (line.kind ?? 'kept');
  const choices: readonly { readonly id: KindAnswer; readonly label: string }[] = [
    ...itemKinds.map((id) => ({ id, label: text(`kind.${id}`) })),
    { id: 'kept', label: text('invoice-import.keep') },
    { id: 'left-out', label: text('invoice-import.leave-out') },
  ];
  return (
    <div className="card-body stack">
      <Select
        label={text('invoice-import.which-kind')}
        value={value}
        choices={choices}
        placeholder={text('invoice-import.badge-ask')}
        onChange={onKind}
      />
      <p className="faint">{text('invoice-import.which-kind-hint')}</p>
    </div>
  );
}

const matches = (service: Service, words: readonly string[]): boolean => {
  const all = fold(`${service.holder} ${service.vatCode} ${service.panelUsername}`);
  return words.every((word) => all.includes(word));
};

/** Whose service a line is about: the ones that its text may mean first, then a search. */
export function ServiceQuestion({
  line,
  onService,
}: {
  readonly line: ReviewLine;
  readonly onService: (id: ServiceId) => void;
}) {
  const services = useDesk((desk) => desk.state.replica.services);
  const [words, setWords] = useState('');
  const found = useMemo(() => {
    const asked = fold(words).split(' ').filter(Boolean);
    const pool = asked.length === 0 && line.candidates.length > 0 ? line.candidates : [...services.values()];
    return pool
      .filter((service) => matches(service, asked))
      .toSorted((a, b) => a.holder.localeCompare(b.holder, 'it', { numeric: true }));
  }, [services, words, line.candidates]);
  return (
    <div className="card-body stack">
      <p className="strong" id="which-service">
        {text('invoice-import.which-service')}
      </p>
      <SearchField label={text('invoice-import.find-service')} value={words} onChange={setWords} />
      <div className="choices-list" role="group" aria-labelledby="which-service">
        {found.slice(0, most).map((service) => (
          <Button
            key={service.id}
            aria-pressed={service.id === line.service?.id}
            onPress={() => onService(service.id)}
          >
            {service.holder} <span className="faint">{text(`kind.${service.kind}`)}</span>
          </Button>
        ))}
      </div>
      {found.length === 0 && <p className="faint">{text('invoice-import.no-services')}</p>}
      {found.length > most && (
        <p className="faint">{text('invoice-import.more-services', { count: found.length - most })}</p>
      )}
    </div>
  );
}
