import { useMemo } from 'react';
import { unexplainedDifferences } from '../../../core/desk/purchases/differences.ts';
import type { Cents } from '../../../core/kernel/cents.ts';
import { Button } from '../../components/buttons.tsx';
import { Card } from '../../components/surfaces.tsx';
import { useDesk } from '../../store/desk.ts';
import { go } from '../../store/ui-store.ts';
import { dayText, money } from '../../text/format.ts';
import { text } from '../../text/text.ts';

/** What Aruba charged differently and nobody has explained yet: the forecast may be wrong by as much. */
export function Unexplained() {
  const state = useDesk((desk) => desk.state);
  const found = useMemo(() => unexplainedDifferences(state), [state]);
  if (found.length === 0) return null;
  const sum = found.reduce((total, { difference }) => total + difference, 0) as Cents;
  return (
    <Card title={text('renewal-plan.unexplained')} aside={money(sum)}>
      <p className="card-body muted">{text('renewal-plan.unexplained-text')}</p>
      <ul className="list">
        {found.map(({ purchase, on, difference }) => (
          <li key={purchase.record.id}>
            <span className="grow">
              {purchase.record.holder} <span className="faint">{dayText(on)}</span>
            </span>
            <strong>{money(difference)}</strong>
            <Button
              aria-label={text('purchase.look-named', { holder: purchase.record.holder })}
              onPress={() => go({ screen: 'orders', orderId: purchase.record.id })}
            >
              {text('purchase.look')}
            </Button>
          </li>
        ))}
      </ul>
    </Card>
  );
}
