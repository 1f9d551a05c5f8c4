import { useEffect, useState } from 'react';
import { daysBetween } from '../../../core/kernel/day.ts';
import type { Order } from '../../../core/orders/order.ts';
import type { Calls } from '../../../core/bridge/contract.ts';
import { bridge } from '../../bridge.ts';
import { Button } from '../../components/buttons.tsx';
import { Switch } from '../../components/controls.tsx';
import { Banner, Card, Page } from '../../components/surfaces.tsx';
import { Amount } from '../../components/amount.tsx';
import { explainGross } from '../../../core/quotes/explain.ts';
import { useDesk } from '../../store/desk.ts';
import { toast } from '../../store/ui-store.ts';
import { dayText, longDay, shortDay } from '../../text/format.ts';
import { text } from '../../text/text.ts';
import { StandingBadge } from '../orders/standing-badge.tsx';

const steps = [1, 7, 30] as const;

/** The vendor's side, for learning and tests: registers payments, moves the day, shows the mails. */
export function SimulatorScreen() {
  const revision = useDesk((desk) => desk.revision);
  const [state, setState] = useState<SimulatorState | null>(null);
  const [broken, setBroken] = useState(false);

  useEffect(() => {
    void bridge.call('simulator/state', null).then((read) => {
      setBroken(!read.ok);
      if (read.ok) setState(read.value);
    });
  }, [revision]);

  async function act(action: SimulatorAction): Promise<void> {
    const done = await bridge.call('simulator/act', action);
    if (done.ok) setState(done.value);
    else
      toast(done.error.reason === 'refused' ? done.error.description : text('simulator.unreachable'), {
        tone: 'late',
      });
  }

  return (
    <Page title={text('simulator.title')} lead={text('simulator.lead')}>
      {broken && <Banner tone="late">{text('simulator.unreachable')}</Banner>}
      {state !== null && (
        <>
          <Clock state={state} act={act} />
          <Orders orders={state.orders} act={act} />
          <Mailbox mails={state.mails} />
        </>
      )}
    </Page>
  );
}

type SimulatorState = Extract<Calls['simulator/state']['gives'], { ok: true }>['value'];
type SimulatorAction = Calls['simulator/act']['takes'];
type Act = (action: SimulatorAction) => Promise<void>;

function Clock({ state, act }: { readonly state: SimulatorState; readonly act: Act }) {
  const moved = daysBetween(state.realDay, state.day);
  return (
    <Card
      title={text('simulator.clock')}
      aside={moved === 0 ? text('simulator.real') : text('simulator.moved', { days: moved })}
    >
      <div className="card-body row spread row-wrap">
        <strong>{longDay(state.day, state.realDay)}</strong>
        <div className="row row-wrap">
          <Switch
            on={state.manualActivation}
            onChange={(on) => void act({ action: 'manual-activation', on })}
          >
            {text('simulator.manual')}
          </Switch>
          <Button onPress={() => void act({ action: 'expire-tokens' })}>{text('simulator.expire')}</Button>
          <Button onPress={() => void act({ action: 'back-up' })}>{text('simulator.back-up')}</Button>
          <Button onPress={() => void act({ action: 'restore' })}>{text('simulator.restore')}</Button>
          {steps.map((days) => (
            <Button key={days} onPress={() => void act({ action: 'move-day', days })}>
              {text(`simulator.day-${days}`)}
            </Button>
          ))}
        </div>
      </div>
    </Card>
  );
}

function Orders({ orders, act }: { readonly orders: readonly Order[]; readonly act: Act }) {
  if (orders.length === 0) {
    return (
      <Card title={text('simulator.orders')}>
        <p className="card-body muted">{text('simulator.orders-none')}</p>
      </Card>
    );
  }
  return (
    <Card title={text('simulator.orders')}>
      <table className="table dense">
        <thead>
          <tr>
            <th>{text('orders.number')}</th>
            <th>{text('col.holder')}</th>
            <th>{text('payment.method')}</th>
            <th className="num">{text('orders.total')}</th>
            <th>{text('col.state')}</th>
            <th>
              <span className="visually-hidden">{text('col.action')}</span>
            </th>
          </tr>
        </thead>
        <tbody>
          {[...orders]
            .sort((a, b) => (a.orderNumber < b.orderNumber ? 1 : -1))
            .map((order) => (
              <tr key={order.orderNumber}>
                <td className="mono">{order.orderNumber}</td>
                <td className="strong">{order.holder}</td>
                <td className="muted">{text(`method.${order.method}`)}</td>
                <td className="num">
                  <Amount explanation={explainGross(order.quote)} />
                </td>
                <td>
                  <StandingBadge standing={order.state} />{' '}
                  {order.state === 'awaiting-payment' && order.paid !== null && (
                    <span className="faint">
                      {text('simulator.paid-on-way', {
                        on: shortDay(order.paid.on),
                        registered: shortDay(order.paid.registeredOn),
                      })}
                    </span>
                  )}
                </td>
                <td className="actions">
                  <OrderActions order={order} act={act} />
                </td>
              </tr>
            ))}
        </tbody>
      </table>
    </Card>
  );
}

function OrderActions({ order, act }: { readonly order: Order; readonly act: Act }) {
  const { orderNumber, state, paid } = order;
  if (state === 'awaiting-payment') {
    return (
      <div className="row">
        {paid === null && (
          <Button
            aria-label={text('simulator.pay-of', { number: orderNumber })}
            onPress={() => void act({ action: 'pay', orderNumber })}
          >
            {text('simulator.pay')}
          </Button>
        )}
        <Button
          aria-label={text('simulator.register-of', { number: orderNumber })}
          onPress={() => void act({ action: 'register', orderNumber })}
        >
          {text('simulator.register')}
        </Button>
      </div>
    );
  }
  if (state !== 'awaiting-activation' && state !== 'activation-failed') return null;
  return (
    <div className="row">
      <Button onPress={() => void act({ action: 'activate', orderNumber })}>
        {text('simulator.activate')}
      </Button>
      {state === 'awaiting-activation' && (
        <Button onPress={() => void act({ action: 'fail-activation', orderNumber })}>
          {text('simulator.fail')}
        </Button>
      )}
    </div>
  );
}

function Mailbox({ mails }: { readonly mails: SimulatorState['mails'] }) {
  const [open, setOpen] = useState<string | null>(null);
  const newest = [...mails].reverse();
  const current = newest.find((mail) => mail.id === open) ?? newest[0];
  return (
    <div className="halves">
      <Card title={text('simulator.mailbox')} aside={String(mails.length)}>
        {newest.length === 0 && <p className="card-body muted">{text('simulator.mail-none')}</p>}
        <ul className="list">
          {newest.slice(0, 40).map((mail) => (
            <li key={mail.id}>
              <button
                type="button"
                className="link plain grow mail-line"
                aria-current={mail.id === current?.id}
                onClick={() => setOpen(mail.id)}
              >
                <strong>{mail.subject}</strong>
                <span className="faint">{dayText(mail.on)}</span>
              </button>
            </li>
          ))}
        </ul>
      </Card>
      <Card
        title={current?.subject ?? text('simulator.pick-mail')}
        {...(current === undefined
          ? {}
          : { aside: text('simulator.mail-to', { to: current.to, day: dayText(current.on) }) })}
      >
        {current !== undefined && <div className="mail">{current.body}</div>}
      </Card>
    </div>
  );
}
