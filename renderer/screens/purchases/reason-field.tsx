import { TextField } from '../../components/controls.tsx';
import { text } from '../../text/text.ts';

/** Why something is corrected. It stays beside the correction (rule J7). */
export function ReasonField({
  value,
  problem,
  onChange,
  autoFocus = true,
}: {
  readonly value: string;
  readonly problem: string | null;
  readonly onChange: (reason: string) => void;
  readonly autoFocus?: boolean;
}) {
  return (
    <TextField
      label={text('purchase.reason')}
      value={value}
      onChange={onChange}
      error={problem ?? undefined}
      autoFocus={autoFocus}
    />
  );
}
