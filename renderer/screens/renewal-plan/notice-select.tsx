import { Select } from '../../components/controls.tsx';
import { text } from '../../text/text.ts';

const notices = ['1', '2', '3', '4', '6'] as const;
type Notice = (typeof notices)[number];

/** A renewal can be ordered at the earliest this number of months before the expiry (rules F, I2). */
export function NoticeSelect({
  months,
  onChange,
  inline = false,
}: {
  readonly months: number;
  readonly onChange: (months: number) => void;
  readonly inline?: boolean;
}) {
  return (
    <Select
      inline={inline}
      label={text('renewal-plan.notice')}
      value={String(months) as Notice}
      choices={notices.map((id) => ({
        id,
        label: text('renewal-plan.months-before', { count: Number(id) }),
      }))}
      onChange={(id) => onChange(Number(id))}
    />
  );
}
