import { useState, type KeyboardEvent } from 'react';
import { Button as AriaButton, Group, Input, NumberField } from 'react-aria-components';
import { toast } from '../store/ui-store.ts';
import { text } from '../text/text.ts';

/**
 * A whole number with + and −. What does not fit is refused by whoever takes it, never clamped in silence.
 */
export function Stepper({
  label,
  fewer,
  more,
  value,
  set,
}: {
  readonly label: string;
  readonly fewer: string;
  readonly more: string;
  readonly value: number;
  /** Ends when the number was taken or refused. */
  readonly set: (value: number) => Promise<unknown>;
}) {
  const sayDigitsOnly = ({ key, ctrlKey, metaKey, altKey }: KeyboardEvent): void => {
    if (/^\p{L}$/u.test(key) && !ctrlKey && !metaKey && !altKey)
      toast(text('cart.digits-only'), { tone: 'late' });
  };
  // Shown at once and sent in order: a second press counts on the first, whether or not that is back already.
  const [wanted, setWanted] = useState<number | null>(null);
  async function take(next: number): Promise<void> {
    setWanted(next);
    await set(next);
    setWanted((newest) => (newest === next ? null : newest));
  }
  const shown = wanted ?? value;
  return (
    <NumberField
      aria-label={label}
      value={shown}
      commitBehavior="validate"
      formatOptions={{ maximumFractionDigits: 0, useGrouping: false }}
      onChange={(next) => {
        if (Number.isInteger(next) && next !== shown) void take(next);
      }}
    >
      <Group className="stepper" onKeyDownCapture={sayDigitsOnly}>
        <AriaButton slot="decrement" aria-label={fewer}>
          −
        </AriaButton>
        <Input />
        <AriaButton slot="increment" aria-label={more}>
          +
        </AriaButton>
      </Group>
    </NumberField>
  );
}
