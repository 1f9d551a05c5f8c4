import { useEffect, useRef, useState, type KeyboardEvent } from 'react';
import { Button as AriaButton, Group, Input, NumberField } from 'react-aria-components';
import { toast } from '../store/ui-store.ts';
import { text } from '../text/text.ts';

/** A whole number with + and −. The field never corrects a value in silence: `set` accepts or refuses it. */
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
  /** Resolves with whether the value was accepted. `value` may become it only later. */
  readonly set: (value: number) => Promise<boolean>;
}) {
  const sayDigitsOnly = ({ key, ctrlKey, metaKey, altKey }: KeyboardEvent): void => {
    if (/^\p{L}$/u.test(key) && !ctrlKey && !metaKey && !altKey)
      toast(text('input.digits-only'), { tone: 'late' });
  };
  // The field shows a new value at once and sends the values in order. A second press counts from the value
  // shown, even if the first is not in the rows yet: it stays until they change, or until it is refused.
  const [wanted, setWanted] = useState<{ readonly value: number; readonly over: number | null } | null>(null);
  const confirmed = useRef(value);
  useEffect(() => {
    confirmed.current = value;
  }, [value]);
  if (wanted !== null && wanted.over !== null && wanted.over !== value) setWanted(null);
  async function take(next: number): Promise<void> {
    setWanted({ value: next, over: null });
    const accepted = await set(next);
    setWanted((newest) => {
      if (newest?.value !== next) return newest;
      return accepted ? { value: next, over: confirmed.current } : null;
    });
  }
  const shown = wanted?.value ?? value;
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
