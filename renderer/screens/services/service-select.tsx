import { memo } from 'react';
import type { ServiceId } from '../../../core/kernel/id.ts';
import type { Service } from '../../../core/services/service.ts';
import { Select } from '../../components/controls.tsx';
import { remembered } from '../../store/remembered.ts';
import { language, text, type Language } from '../../text/text.ts';

const choicesIn = remembered((services: readonly Service[], _language: Language) =>
  services.map(({ id, holder, kind }) => ({ id, label: holder, note: text(`kind.${kind}`) })),
);

/** Chooses one of the services, ten thousand of them if need be: it renders only when they change. */
export const ServiceSelect = memo(function ServiceSelect({
  services,
  ...props
}: {
  readonly label: string;
  readonly inline?: boolean;
  readonly services: readonly Service[];
  readonly value: ServiceId | null;
  readonly onChange: (id: ServiceId) => void;
}) {
  return <Select {...props} choices={choicesIn(services, language())} />;
});
