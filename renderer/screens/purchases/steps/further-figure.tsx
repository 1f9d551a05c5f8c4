import { useMemo, useState } from 'react';
import { cartPricing } from '../../../../core/desk/cart/cart-figures.ts';
import type { Purchase } from '../../../../core/purchases/fold.ts';
import { decidingDay, decidingPurchase, type Fit } from '../../../../core/quotes/calibrate.ts';
import { Button } from '../../../components/buttons.tsx';
import { TextField } from '../../../components/controls.tsx';
import { ask } from '../../../store/actions.ts';
import { useDesk } from '../../../store/desk.ts';
import { dayText, money } from '../../../text/format.ts';
import { readMoney } from '../../../text/read-money.ts';
import { text } from '../../../text/text.ts';

/**
 * Several rules give the total, and no other figure of this cart tells them apart: a cart of another service
 * that would, with a field for its total; or the day from which one would.
 */
export function FurtherFigure({
  purchase,
  fits,
}: {
  readonly purchase: Purchase;
  readonly fits: readonly Fit[];
}) {
  const state = useDesk((desk) => desk.state);
  const [typed, setTyped] = useState('');
  const [problem, setProblem] = useState<string | null>(null);
  const { deciding, day } = useMemo(() => {
    const pricing = cartPricing(state);
    if (!pricing.ok) return { deciding: undefined, day: undefined };
    const rules = fits.map(({ rule }) => rule);
    const found = decidingPurchase(state.replica.services.values(), rules, pricing.value);
    const { service } = purchase.record.revision;
    const later =
      found === undefined && service !== null ? decidingDay(service, rules, pricing.value) : undefined;
    return { deciding: found, day: later };
  }, [state, fits, purchase]);
  if (deciding === undefined)
    return (
      <p className="muted">
        {day === undefined ? text('seen.none-decides') : text('seen.decides-from', { day: dayText(day) })}
      </p>
    );
  const { service, quantity, totals } = deciding;

  async function save(): Promise<void> {
    const gross = readMoney(typed);
    if (gross === undefined) {
      setProblem(text('seen.bad-money'));
      return;
    }
    setProblem(
      await ask(
        {
          type: 'receipt/record',
          serviceId: service.id,
          quantity,
          receipt: { extension: true, net: null, gross, usersUntil: null },
        },
        { text: text('seen.figure-recorded'), undo: true },
      ),
    );
  }

  return (
    <div className="stack stack-small">
      <p className="muted">
        {text('seen.would-decide', {
          holder: service.holder,
          quantity,
          totals: totals.map(({ rule, gross }) => `${text(`rule.${rule}`)} ${money(gross)}`).join('; '),
        })}
      </p>
      <div className="row form-line">
        <TextField
          label={text('seen.further-total', { holder: service.holder })}
          value={typed}
          onChange={setTyped}
          error={problem ?? undefined}
        />
        <Button onPress={() => void save()}>{text('seen.record-figure')}</Button>
      </div>
    </div>
  );
}
