import { useState } from 'react';
import { TextField } from '../../components/controls.tsx';

type Reading<T> = { readonly value: T } | { readonly problem: string };

/**
 * A field that holds as soon as it is left, or with Enter. What cannot be read is told beside it, and the
 * setting stays what it was; Escape gives it back.
 */
export function KeptField<T>({
  label,
  hint,
  value,
  read,
  onKeep,
}: {
  readonly label: string;
  readonly hint?: string;
  /** The setting, as it is typed. */
  readonly value: string;
  readonly read: (typed: string) => Reading<T>;
  readonly onKeep: (value: T) => void;
}) {
  const [typed, setTyped] = useState<string | null>(null);
  const [tried, setTried] = useState(false);
  const reading = typed === null ? null : read(typed);

  function forget(): void {
    setTyped(null);
    setTried(false);
  }

  function keep(): void {
    if (typed === null || reading === null) return;
    if ('problem' in reading) return setTried(true);
    forget();
    if (typed.trim() !== value) onKeep(reading.value);
  }

  return (
    <TextField
      label={label}
      {...(hint === undefined ? {} : { hint })}
      value={typed ?? value}
      error={tried && reading !== null && 'problem' in reading ? reading.problem : undefined}
      onChange={setTyped}
      onBlur={keep}
      onKeyDown={(event) => {
        if (event.key === 'Enter') keep();
        else if (event.key === 'Escape' && typed !== null) forget();
        // The field would keep every other key to itself, Ctrl+K among them.
        else event.continuePropagation();
      }}
    />
  );
}
