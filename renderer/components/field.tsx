import { useId, type ReactNode } from 'react';

/** What a field tells the browser of its label, its hint and its error. */
export interface FieldParts {
  readonly id: string;
  readonly 'aria-describedby': string | undefined;
  readonly 'aria-invalid': true | undefined;
}

/** A label above a field of the browser's own, and below it a hint, or what is wrong in its place. */
export function Field({
  label,
  hint,
  error,
  className = '',
  children,
}: {
  readonly label: string;
  readonly hint?: string | undefined;
  readonly error?: string | undefined;
  readonly className?: string;
  readonly children: (parts: FieldParts) => ReactNode;
}) {
  const id = useId();
  const note = error ?? hint;
  return (
    <div className={`field ${className}`}>
      <label htmlFor={id}>{label}</label>
      {children({
        id,
        'aria-describedby': note === undefined ? undefined : `${id}-note`,
        'aria-invalid': error === undefined ? undefined : true,
      })}
      {note !== undefined && (
        <span id={`${id}-note`} className={error === undefined ? 'field-note' : 'field-note wrong'}>
          {note}
        </span>
      )}
    </div>
  );
}
