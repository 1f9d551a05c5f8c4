import type { CartStanding } from '../../../core/desk/cart/cart-standing.ts';
import { isUserCommand, usernameOf, type AppState, type Outgoing } from '../../../core/desk/rows/state.ts';
import { bridge } from '../../bridge.ts';
import { Button } from '../../components/buttons.tsx';
import { Badge, Card, type Tone } from '../../components/surfaces.tsx';
import { submit } from '../../store/actions.ts';
import { useDesk, vendorSync } from '../../store/desk.ts';
import { go, useUi } from '../../store/ui-store.ts';
import { clockTime, money } from '../../text/format.ts';
import { vendorRefusalText } from '../../text/sentences.ts';
import { text } from '../../text/text.ts';
import { contentHolder } from './content-words.ts';

const tones: Readonly<Record<Outgoing['state'], Tone>> = {
  queued: 'wait',
  sending: 'soon',
  'outcome-unknown': 'late',
  refused: 'late',
};

/** Each command in words: what has happened to it and what happens next. */
export function Waiting({
  entries,
  carts,
}: {
  readonly entries: readonly Outgoing[];
  readonly carts: readonly CartStanding[];
}) {
  return (
    <Card
      title={text('sync.waiting')}
      aside={text('sync.waiting-count', { count: entries.length + carts.length })}
    >
      <table className="table" aria-label={text('sync.waiting')}>
        <thead>
          <tr>
            <th>{text('sync.col-what')}</th>
            <th>{text('sync.col-state')}</th>
            <th className="num">{text('sync.col-tries')}</th>
            <th>{text('sync.col-next')}</th>
            <th>
              <span className="visually-hidden">{text('col.action')}</span>
            </th>
          </tr>
        </thead>
        <tbody>
          {entries.map((entry) => (
            <CommandRow key={entry.id} entry={entry} />
          ))}
          {carts.map((cart) => (
            <CartRow key={cart.cartId} cart={cart} />
          ))}
        </tbody>
      </table>
    </Card>
  );
}

/** The request of a command to the vendor, in words. */
function commandText(state: AppState, { id, command }: Outgoing): string {
  if (command.kind === 'order/cancel') return text('sync.cancel', { number: command.orderNumber });
  if (command.kind === 'service/automatic-renewal') {
    const holder = state.replica.services.get(command.serviceId)?.holder ?? command.serviceId;
    return text(command.on ? 'sync.automatic-on' : 'sync.automatic-off', { holder });
  }
  if (isUserCommand(command)) {
    const holder = state.replica.services.get(command.serviceId)?.holder ?? command.serviceId;
    return text(
      `sync.${command.kind === 'user/create' ? 'user-create' : command.kind === 'user/change' ? 'user-change' : 'user-delete'}`,
      {
        username: usernameOf(command),
        holder,
      },
    );
  }
  const placement = state.workspace.placements.get(id);
  return text('sync.place', {
    holder: placement?.holder ?? '',
    total: money(command.request.expected.gross),
  });
}

type VendorSync = ReturnType<typeof vendorSync>;

/** When the next attempt is: after the sign-in, at a time, or at once. */
function whenText({ link, nextTry }: VendorSync): string {
  if (link === 'signed-out') return text('sync.after-sign-in');
  return nextTry === null ? text('sync.at-once') : text('sync.next-try', { time: clockTime(nextTry) });
}

function nextText(entry: Outgoing, sync: VendorSync): string {
  if (entry.refusal !== null) return text('sync.refused-next', { why: vendorRefusalText(entry.refusal) });
  if (entry.lastAnswer === 'not-accepted') return text('answer.not-accepted');
  const last =
    entry.lastAnswer === 'none' || entry.lastAnswer === 'sign-in-needed'
      ? ''
      : text(`answer.${entry.lastAnswer}`);
  const unsure = entry.state === 'outcome-unknown' || entry.state === 'sending' ? text('sync.same-key') : '';
  return [last, unsure, whenText(sync)].filter(Boolean).join(' ');
}

/** Opens the screen that a command belongs to. */
function show({ id, command }: Outgoing): void {
  if (command.kind === 'service/automatic-renewal') go({ screen: 'service', serviceId: command.serviceId });
  else if (isUserCommand(command)) {
    useUi.setState({ peopleService: command.serviceId });
    go({ screen: 'people' });
  } else go({ screen: 'orders', orderId: command.kind === 'order/cancel' ? command.orderNumber : id });
}

function CommandRow({ entry }: { readonly entry: Outgoing }) {
  const state = useDesk((desk) => desk.state);
  const sync = useDesk(vendorSync);
  const what = commandText(state, entry);
  const place = entry.command.kind === 'order/place';
  const sure = entry.state === 'queued' || entry.state === 'refused';
  async function takeBack(): Promise<void> {
    const cartId = state.workspace.placements.get(entry.id)?.cart.id;
    const done = await submit(
      { type: 'order/withdraw', key: entry.id },
      { text: text(place ? 'order.withdrawn' : 'sync.discarded') },
    );
    if (done && cartId !== undefined) go({ screen: 'cart', cartId });
  }
  const named = (label: string) => ({ 'aria-label': `${label}: ${what}` });
  const ask = text(entry.state === 'outcome-unknown' ? 'sync.ask-again' : 'order.retry');
  return (
    <tr>
      <td className="strong">
        <button type="button" className="link" onClick={() => show(entry)}>
          {what}
        </button>
      </td>
      <td>
        <Badge tone={tones[entry.state]}>{text(`standing.${entry.state}`)}</Badge>
      </td>
      <td className="num">{entry.tries}</td>
      <td>{nextText(entry, sync)}</td>
      <td className="actions">
        <span className="row end">
          {sure && (
            <Button
              {...named(text(place ? 'order.withdraw' : 'sync.discard'))}
              onPress={() => void takeBack()}
            >
              {text(place ? 'order.withdraw' : 'sync.discard')}
            </Button>
          )}
          {entry.state !== 'refused' && sync.link !== 'signed-out' && (
            <Button {...named(ask)} onPress={() => void bridge.call('sync/now', null)}>
              {ask}
            </Button>
          )}
        </span>
      </td>
    </tr>
  );
}

function CartRow({ cart }: { readonly cart: CartStanding }) {
  const state = useDesk((desk) => desk.state);
  const sync = useDesk(vendorSync);
  const content = cart.mine ?? cart.theirs.content;
  const holder = contentHolder(state, content);
  const renewal = content?.kind === 'renewal';
  return (
    <tr>
      <td className="strong">
        {cart.mine === null ? (
          text(renewal ? 'sync.renewal-emptied' : 'sync.cart-emptied', { holder })
        ) : (
          <button type="button" className="link" onClick={() => go({ screen: 'cart', cartId: cart.cartId })}>
            {text(renewal ? 'sync.renewal' : 'sync.cart', { holder })}
          </button>
        )}
      </td>
      <td>
        <Badge tone="wait">{text('standing.queued')}</Badge>
      </td>
      <td className="num">–</td>
      <td>
        {text('sync.cart-next')} {whenText(sync)}
      </td>
      <td />
    </tr>
  );
}
