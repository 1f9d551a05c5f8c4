import { Radio, RadioGroup } from 'react-aria-components';
import type { Day } from '../../core/kernel/day.ts';
import { paymentMethods, registrationDay, type PaymentMethod } from '../../core/orders/payment.ts';
import { shortDay } from '../text/format.ts';
import { text } from '../text/text.ts';

/** The first day on which the users can be activated if the order is paid today (rule G3). */
const usableText = (method: PaymentMethod, today: Day): string => {
  const day = registrationDay(method, today);
  return day === today ? text('payment.usable-today') : text('payment.usable', { day: shortDay(day) });
};

/** The payment methods. Each shows the first day on which the new users can be activated. */
export function PaymentMethods({
  method,
  today,
  hideLabel = false,
  onChange,
}: {
  readonly method: PaymentMethod;
  readonly today: Day;
  readonly hideLabel?: boolean;
  readonly onChange: (method: PaymentMethod) => void;
}) {
  return (
    <RadioGroup
      className="field"
      aria-label={text('payment.method')}
      value={method}
      onChange={(value) => onChange(value as PaymentMethod)}
    >
      {!hideLabel && <span className="field-label">{text('payment.method')}</span>}
      <div className="radio-list">
        {paymentMethods.map((one) => (
          <Radio key={one} value={one} className="radio">
            <span className="ring" />
            <span>{text(`method.${one}`)}</span>
            <span className="note">{usableText(one, today)}</span>
          </Radio>
        ))}
      </div>
      <span className="faint">{text('payment.usable-note')}</span>
    </RadioGroup>
  );
}
