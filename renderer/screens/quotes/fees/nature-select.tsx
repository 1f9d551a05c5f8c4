import { natures, type Nature } from '../../../../core/quotes/nature.ts';
import { Select } from '../../../components/controls.tsx';
import { text } from '../../../text/text.ts';

const unsaid = '-';

/** Why a line at 0 % has no VAT. Typing N2 goes to its codes. */
export function NatureSelect({
  nature,
  onChange,
}: {
  readonly nature: Nature | null;
  readonly onChange: (nature: Nature | null) => void;
}) {
  return (
    <Select<Nature | typeof unsaid>
      label={text('nature.title')}
      value={nature ?? unsaid}
      choices={[
        { id: unsaid, label: text('nature.none') },
        ...natures.map((id) => ({ id, label: id, note: text(`nature.${id}`) })),
      ]}
      onChange={(id) => onChange(id === unsaid ? null : id)}
    />
  );
}
