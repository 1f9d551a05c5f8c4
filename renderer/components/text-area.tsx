import { FieldError, Label, Text, TextArea as AriaTextArea, TextField } from 'react-aria-components';

export function TextArea({
  label,
  hint,
  error,
  rows = 4,
  className = '',
  autoFocus = false,
  value,
  onChange,
}: {
  readonly label: string;
  readonly hint?: string;
  readonly error?: string | undefined;
  readonly rows?: number;
  readonly className?: string;
  readonly autoFocus?: boolean;
  readonly value: string;
  readonly onChange: (value: string) => void;
}) {
  return (
    <TextField
      autoFocus={autoFocus}
      value={value}
      onChange={onChange}
      isInvalid={error !== undefined}
      validationBehavior="aria"
      className={`field ${className}`}
    >
      <Label>{label}</Label>
      <AriaTextArea rows={rows} />
      {hint !== undefined && error === undefined && <Text slot="description">{hint}</Text>}
      <FieldError>{error}</FieldError>
    </TextField>
  );
}
