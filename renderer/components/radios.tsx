import { useId, type ReactNode } from 'react';

export interface RadioChoice<T extends string> {
  readonly id: T;
  readonly label: ReactNode;
  /** Stands at the right. */
  readonly note?: string;
}

/**
 * A few choices, all in sight: one tab stop, arrows choose. They are the browser's own. With `sides` they
 * stand beside each other, without they are a list.
 */
export function Radios<T extends string>({
  label,
  sides = false,
  value,
  choices,
  onChange,
  autoFocus = false,
}: {
  readonly label: string;
  readonly sides?: boolean;
  /** Null while nothing is chosen. */
  readonly value: T | null;
  readonly choices: readonly RadioChoice<T>[];
  readonly onChange: (value: T) => void;
  /** Focuses the first choice. */
  readonly autoFocus?: boolean;
}) {
  const name = useId();
  return (
    <div
      role="radiogroup"
      aria-label={label}
      aria-orientation={sides ? 'horizontal' : undefined}
      className={sides ? 'sides' : 'radio-list'}
    >
      {choices.map(({ id, label: words, note }, index) => (
        <label key={id} className="radio">
          <input
            type="radio"
            className="ring"
            name={name}
            // The first thing to choose in the dialog that was just opened.
            // oxlint-disable-next-line jsx-a11y/no-autofocus
            autoFocus={autoFocus && index === 0}
            checked={id === value}
            onChange={() => onChange(id)}
          />
          {words}
          {note !== undefined && <span className="note">{note}</span>}
        </label>
      ))}
    </div>
  );
}
