import type { Day } from '../../core/kernel/day.ts';
import { paymentMethods, registrationDay, type PaymentMethod } from '../../core/orders/payment.ts';
import { shortDay } from '../text/format.ts';
import { text } from '../text/text.ts';
import { Radios } from './radios.tsx';

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
    <div className="field">
      {!hideLabel && (
        <span className="field-label" aria-hidden="true">
          {text('payment.method')}
        </span>
      )}
      <Radios
        label={text('payment.method')}
        value={method}
        choices={paymentMethods.map((id) => ({
          id,
          label: <span>{text(`method.${id}`)}</span>,
          note: usableText(id, today),
        }))}
        onChange={onChange}
      />
      <span className="faint">{text('payment.usable-note')}</span>
    </div>
  );
}
