import { useMemo, useState } from 'react';
import { cartPricing } from '../../../core/desk/cart/cart-figures.ts';
import { cents, type Cents } from '../../../core/kernel/cents.ts';
import type { Cart } from '../../../core/orders/cart.ts';
import { comparePlans, type PlanFigures } from '../../../core/quotes/comparison.ts';
import type { Service } from '../../../core/services/service.ts';
import { Amount } from '../../components/amount.tsx';
import { Select } from '../../components/controls.tsx';
import { Card } from '../../components/surfaces.tsx';
import { useRoving } from '../../components/use-roving.ts';
import { useDesk } from '../../store/desk.ts';
import { dayText, money } from '../../text/format.ts';
import { text } from '../../text/text.ts';

const horizons = [12, 24, 36, 60, 120] as const;

const signOf = (difference: number): string => (difference > 0 ? 'more' : difference < 0 ? 'less' : 'same');
const absolute = (difference: number): Cents => cents(Math.abs(difference));

const planName = (scenario: PlanFigures): string =>
  text(`comparison.plan.${scenario.plan}`, { day: dayText(scenario.usersFrom) });

/**
 * The "Conviene estendere?" card: three plans over a number of months, and a conclusion from
 * their figures (rule I1).
 */
export function Comparison({ cart, service }: { readonly cart: Cart; readonly service: Service }) {
  const state = useDesk((desk) => desk.state);
  const [months, setMonths] = useState<number>(36);
  const [open, setOpen] = useState<PlanFigures['plan'] | null>(null);
  const scenarios = useMemo(() => {
    const pricing = cartPricing(state);
    if (!pricing.ok) return null;
    const compared = comparePlans({
      ...pricing.value,
      service,
      quantity: cart.quantity,
      modules: cart.modules,
      horizonMonths: months,
    });
    return compared.ok ? compared.value : null;
  }, [state, service, cart, months]);
  if (scenarios === null) return null;
  const shown = scenarios.find(({ plan }) => plan === open);
  return (
    <Card
      title={text('comparison.title')}
      aside={
        <Select
          inline
          label={text('comparison.horizon')}
          value={String(months)}
          choices={horizons.map((count) => ({
            id: String(count),
            label: text('comparison.months', { count }),
          }))}
          onChange={(count) => setMonths(Number(count))}
        />
      }
    >
      <PlansTable scenarios={scenarios} open={open} onOpen={setOpen} />
      {shown !== undefined && <Payments scenario={shown} />}
      <p className="card-body">{conclusion(scenarios, months)}</p>
    </Card>
  );
}

/** The plans side by side. A click on a name shows or hides its payments. */
function PlansTable({
  scenarios,
  open,
  onOpen,
}: {
  readonly scenarios: readonly PlanFigures[];
  readonly open: PlanFigures['plan'] | null;
  readonly onOpen: (plan: PlanFigures['plan'] | null) => void;
}) {
  const roving = useRoving<HTMLTableSectionElement>();
  return (
    <table className="table dense">
      <thead>
        <tr>
          <th>{text('comparison.plan')}</th>
          <th className="num">{text('comparison.today')}</th>
          <th className="num">{text('comparison.total')}</th>
          <th className="num">{text('comparison.left')}</th>
          <th className="num">{text('comparison.net')}</th>
          <th className="num">{text('comparison.dates')}</th>
          <th className="num">{text('comparison.beyond')}</th>
        </tr>
      </thead>
      <tbody {...roving}>
        {scenarios.map((scenario) => (
          <tr key={scenario.plan} data-row data-selected={scenario.plan === open}>
            <td>
              <button
                type="button"
                className="link strong"
                aria-expanded={scenario.plan === open}
                title={text('comparison.show-cash')}
                onClick={() => onOpen(scenario.plan === open ? null : scenario.plan)}
              >
                {planName(scenario)}
              </button>
            </td>
            <td className="num">
              <Today scenario={scenario} />
            </td>
            <td className="num">
              <Amount explanation={scenario.explained.gross} />
            </td>
            <td className="num muted">
              <Amount explanation={scenario.explained.valueLeft} />
            </td>
            <td className="num strong">
              <Amount explanation={scenario.explained.netCost} />
            </td>
            <td className="num">{scenario.expiryDates}</td>
            <td className="num">{scenario.daysBeyondUse}</td>
          </tr>
        ))}
      </tbody>
    </table>
  );
}

/** What a plan costs on which day. */
function Payments({ scenario }: { readonly scenario: PlanFigures }) {
  return (
    <div className="card-body">
      <h3>{text('comparison.cash', { plan: planName(scenario) })}</h3>
      <ul className="list">
        {scenario.cash.map(({ on, what, explained }) => (
          <li key={on}>
            <span className="calendar-day">{dayText(on)}</span>
            <span className="grow muted">{text(`comparison.${what}`)}</span>
            <Amount explanation={explained} />
          </li>
        ))}
      </ul>
    </div>
  );
}

function Today({ scenario }: { readonly scenario: PlanFigures }) {
  const order = scenario.cash.find(({ what }) => what === 'order');
  return order === undefined ? <>{money(cents(0))}</> : <Amount explanation={order.explained} />;
}

const todayOf = ({ cash }: PlanFigures): Cents =>
  cash.find(({ what }) => what === 'order')?.gross ?? cents(0);

/** Two plain sentences that follow from the figures. */
function conclusion(scenarios: readonly PlanFigures[], months: number): string {
  const [extend, apart, wait] = scenarios;
  if (extend === undefined || apart === undefined || wait === undefined) return '';
  const net = extend.netCost - apart.netCost;
  const waiting = wait.netCost - extend.netCost;
  return [
    text('comparison.conclusion', {
      today: money(cents(todayOf(extend) - todayOf(apart))),
      months,
      net: money(absolute(net)),
      sign: signOf(net),
      dates: extend.expiryDates,
      others: apart.expiryDates,
    }),
    text('comparison.conclusion-wait', {
      net: money(absolute(waiting)),
      sign: signOf(waiting),
      day: dayText(wait.usersFrom),
    }),
  ].join(' ');
}
