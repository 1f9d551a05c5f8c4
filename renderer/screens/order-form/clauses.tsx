import { Checkbox } from '../../components/controls.tsx';
import { text } from '../../text/text.ts';

/** The clauses that a person must accept before an order is sent (domain.md 3). */
export const clauses = [
  'order-form.clause-general',
  'order-form.clause-specific',
  'order-form.clause-privacy',
] as const;
export type Accepted = ReadonlySet<(typeof clauses)[number]>;

export function Clauses({
  accepted,
  onChange,
}: {
  readonly accepted: Accepted;
  readonly onChange: (accepted: Accepted) => void;
}) {
  return clauses.map((clause) => (
    // Ctrl+Enter goes to the first clause that is missing.
    <div key={clause} data-missing={accepted.has(clause) ? undefined : true}>
      <Checkbox
        checked={accepted.has(clause)}
        onChange={(on) =>
          onChange(new Set(on ? [...accepted, clause] : [...accepted].filter((one) => one !== clause)))
        }
      >
        <span>{text(clause)}</span>
      </Checkbox>
    </div>
  ));
}
