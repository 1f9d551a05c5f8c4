import type { ServiceId } from '../../../core/kernel/id.ts';
import type { Service } from '../../../core/services/service.ts';
import { memoInLanguage } from '../../components/memo-in-language.tsx';
import { Select } from '../../components/controls.tsx';
import { FilterSelect } from '../../components/filter-select.tsx';
import { remembered } from '../../store/remembered.ts';
import { language, text, type Language } from '../../text/text.ts';

const choicesIn = remembered((services: readonly Service[], _language: Language) =>
  services.map(({ id, holder, kind }) => ({ id, label: holder, note: text(`kind.${kind}`) })),
);

/** More services are searched by typing: each choice of a plain list is a node of the page, also unseen. */
const mostPlain = 100;

/** Chooses one of the services, ten thousand of them if need be. It renders only when they change. */
export const ServiceSelect = memoInLanguage(function ServiceSelect({
  label,
  inline = false,
  services,
  value,
  onChange,
}: {
  readonly label: string;
  readonly inline?: boolean;
  readonly services: readonly Service[];
  readonly value: ServiceId | null;
  readonly onChange: (id: ServiceId) => void;
}) {
  const choices = choicesIn(services, language());
  if (choices.length <= mostPlain) return <Select {...{ label, inline, value, choices, onChange }} />;
  return (
    <FilterSelect
      {...{ label, inline, value, choices }}
      one
      onChange={(id) => {
        if (id !== null) onChange(id as ServiceId);
      }}
    />
  );
});
