import { useState } from 'react';
import { TextField } from '../../components/controls.tsx';

type Reading<T> = { readonly value: T } | { readonly problem: string };

/**
 * A field that is saved when it loses the focus, or with Enter. A wrong value is explained beside it, and the
 * setting does not change. Escape restores the setting.
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
  /** The setting in the form in which a person types it. */
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
        else return;
        event.stopPropagation();
      }}
    />
  );
}
