import { renewalAction } from '../../../core/desk/pending/automatic-renewal.ts';
import type { Cart, RenewalSubject } from '../../../core/orders/cart.ts';
import { latestSafeDay } from '../../../core/orders/payment.ts';
import type { Figures } from '../../../core/quotes/figures.ts';
import { mostRenewalYears } from '../../../core/quotes/renewal-figures.ts';
import { milestones } from '../../../core/services/lifecycle.ts';
import { baseItem, type Service } from '../../../core/services/service.ts';
import { Select } from '../../components/controls.tsx';
import { Card } from '../../components/surfaces.tsx';
import { submit } from '../../store/actions.ts';
import { useDesk } from '../../store/desk.ts';
import { dayText, longDay } from '../../text/format.ts';
import { text } from '../../text/text.ts';

/** The years, the first day, and the last day for the payment to be registered (rules D3, D4, G4). */
export function RenewalTerm({
  cart,
  subject,
  service,
  quote,
}: {
  readonly cart: Cart;
  readonly subject: RenewalSubject;
  readonly service: Service;
  readonly quote: Figures;
}) {
  const state = useDesk((desk) => desk.state);
  const { today } = state;
  const base = baseItem(service);
  if (base === undefined) return null;
  const days = milestones(base.expiry, base.anchor);
  const grace = renewalAction(state, service) === 'reactivate';
  const from = dayText(base.expiry);
  const limit = longDay(days.registrationLimit, today);
  return (
    <Card
      title={text('renewal-cart.term')}
      aside={text('renewal-cart.until', { day: dayText(quote.target) })}
    >
      <div className="card-body stack">
        <div className="row">
          <Select
            label={text('cart.years')}
            value={String(subject.years)}
            choices={Array.from({ length: mostRenewalYears(service) }, (_, index) => ({
              id: String(index + 1),
              label: text('cart.years-count', { count: index + 1 }),
            }))}
            onChange={(years) =>
              void submit({ type: 'cart/renewal-years', cartId: cart.id, years: Number(years) })
            }
          />
        </div>
        {service.promotional && <p>{text('renewal-cart.promotional')}</p>}
        <p>
          {grace
            ? text('renewal-cart.term-grace', { from, end: dayText(days.graceEnd) })
            : text('renewal-cart.term-text', { from })}
        </p>
        {!grace && (
          <p className="muted">
            {today > days.registrationLimit
              ? text('renewal-cart.limit-passed', { limit })
              : text('renewal-cart.limit', {
                  limit,
                  transfer: longDay(latestSafeDay('bank-transfer', base.expiry), today),
                  card: longDay(latestSafeDay('card', base.expiry), today),
                })}
          </p>
        )}
      </div>
    </Card>
  );
}
