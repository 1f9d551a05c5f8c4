import { useMemo, useState } from 'react';
import { cartPricing } from '../../../core/desk/cart/cart-figures.ts';
import { addDays, addMonths, daysBetween } from '../../../core/kernel/day.ts';
import type { Cart } from '../../../core/orders/cart.ts';
import { bringTo } from '../../../core/quotes/comparison.ts';
import { expiryOf, type Service } from '../../../core/services/service.ts';
import { Amount } from '../../components/amount.tsx';
import { Card } from '../../components/surfaces.tsx';
import { useDesk } from '../../store/desk.ts';
import { dayText, longDay } from '../../text/format.ts';
import { text } from '../../text/text.ts';

const furthestMonths = 36;

/**
 * A slider for the common date. The missing months and what they add to the order change at once, because
 * the same engine computes them here.
 */
export function WhatIf({ cart, service }: { readonly cart: Cart; readonly service: Service }) {
  const state = useDesk((desk) => desk.state);
  const { today } = state;
  const expiry = expiryOf(service) ?? today;
  const offered = addMonths(today, 12);
  const [days, setDays] = useState(daysBetween(expiry, offered));
  const target = addDays(expiry, days);
  const explained = useMemo(() => {
    const pricing = cartPricing(state);
    if (!pricing.ok) return null;
    const { quantity, modules } = cart;
    const brought = bringTo({ ...pricing.value, service, quantity, modules }, target);
    return brought.ok ? brought.value.explained : null;
  }, [state, cart, service, target]);
  if (explained === null) return null;
  return (
    <Card title={text('cart.what-if-title')} aside={longDay(target, today)}>
      <div className="card-body stack stack-small">
        <p className="muted">{text('cart.what-if-text')}</p>
        <input
          type="range"
          className="range"
          aria-label={text('cart.what-if-date')}
          aria-valuetext={dayText(target)}
          min={0}
          max={daysBetween(expiry, addMonths(expiry, furthestMonths))}
          value={days}
          onChange={(event) => setDays(Number(event.target.value))}
        />
        <div className="row spread">
          <span>
            {dayText(expiry)} → <strong>{dayText(target)}</strong>
          </span>
          <span>
            <span className="muted">{text('cart.what-if-amount')}</span>{' '}
            <Amount explanation={explained} testId="what-if" />
          </span>
        </div>
      </div>
    </Card>
  );
}
