import type { TextareaHTMLAttributes } from 'react';
import { Field } from './field.tsx';

export function TextArea({
  label,
  hint,
  error,
  className = '',
  rows = 4,
  onChange,
  ...props
}: Pick<
  TextareaHTMLAttributes<HTMLTextAreaElement>,
  'autoFocus' | 'maxLength' | 'onBlur' | 'onKeyDown' | 'rows'
> & {
  readonly label: string;
  readonly hint?: string;
  readonly error?: string | undefined;
  readonly className?: string;
  readonly value: string;
  readonly onChange: (value: string) => void;
}) {
  return (
    <Field {...{ label, hint, error, className }}>
      {(parts) => (
        <textarea {...props} {...parts} rows={rows} onChange={({ target }) => onChange(target.value)} />
      )}
    </Field>
  );
}
