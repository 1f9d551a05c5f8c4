// The real desk with real files and no window, at full speed. It prints what was confirmed on its standard
// output, and is killed while it works.
import { cartFigures } from '../../core/desk/cart/cart-figures.ts';
import {
  applyChanges,
  type AppState,
  type ReplicaRows,
  type WorkspaceRows,
} from '../../core/desk/rows/state.ts';
import { emptyReplica, emptyWorkspace } from '../../core/desk/rows/tables.ts';
import type { ScreenChange } from '../../core/bridge/contract.ts';
import type { Command } from '../../core/desk/command.ts';
import type { CartId, ServiceId } from '../../core/kernel/id.ts';
import { canCancel } from '../../core/orders/order.ts';
import { sampleAccount } from '../../electron/simulator/sample/sample.ts';
import { composedDesk } from './composed-desk.ts';
import { journalNumber } from './journal-number.ts';
import type { Said } from './said.ts';

const [folder = '', backendUrl = '', kind = 'sample'] = process.argv.slice(2);
const say = (said: Said): void => void process.stdout.write(`${JSON.stringify(said)}\n`);

const desk = await composedDesk(
  folder,
  kind === 'own' ? 'own' : 'sample',
  backendUrl === '' ? null : backendUrl,
);
const { handlers } = desk;

const tables = { ...emptyWorkspace(), ...emptyReplica() };
const first = await handlers['app/snapshot'](null);
if (first === null) throw new Error('The desk of a studio has a picture');
applyChanges<WorkspaceRows & ReplicaRows>(tables, JSON.parse(first.rows) as readonly ScreenChange[]);
let today = first.today;
desk.onChanged((event) => {
  applyChanges<WorkspaceRows & ReplicaRows>(tables, event.changes);
  today = event.today;
});
const state = (): AppState => ({ workspace: tables, replica: tables, today });

/** Prints the present state, to be compared with what was confirmed before. */
async function there(): Promise<void> {
  if (first === null) return;
  const vendor = await handlers['simulator/state'](null);
  say({
    kind: 'there',
    emails: [...tables.people.values()].map(({ email }) => email),
    waiting: [...tables.outbox.keys()],
    placements: [...tables.placements.keys()],
    orders: [...tables.orders.values()].map(({ orderNumber, clientReference, state: at }) => ({
      orderNumber,
      clientReference,
      state: at,
    })),
    vendorOrders: vendor.ok
      ? vendor.value.orders.map(({ orderNumber, clientReference, state: at }) => ({
          orderNumber,
          clientReference,
          state: at,
        }))
      : null,
    notices: first.notices,
  });
}

async function submit(command: Command): Promise<boolean> {
  const result = await handlers['command/submit'](command);
  if (!result.ok && result.error.reason === 'not-saved') say({ kind: 'not-saved' });
  return result.ok;
}

async function order(serviceId: ServiceId, method: 'card' | 'bank-transfer'): Promise<void> {
  const cartId = `service-${serviceId}` as CartId;
  await submit({ type: 'cart/open', serviceId });
  const cart = tables.carts.get(cartId);
  const quote = cart === undefined ? undefined : cartFigures(state(), cart);
  const payer = tables.firm.get('firm')?.payer;
  if (quote?.ok !== true || payer === undefined) return;
  const before = new Set(tables.placements.keys());
  if (
    !(await submit({
      type: 'order/confirm',
      cartId,
      payer,
      method,
      clausesAccepted: true,
      shownGross: quote.value.gross,
    }))
  )
    return;
  for (const key of tables.placements.keys())
    if (!before.has(key)) say({ kind: 'placed', key, number: journalNumber(folder, key) });
}

if (!(await handlers['access/sign-in'](sampleAccount)).ok) say({ kind: 'not-signed-in' });
await handlers['sync/now'](null);
await there();

const services = [...tables.services.keys()] as ServiceId[];
for (let round = 0; ; round += 1) {
  const email = `t${process.pid}.${round}.${Date.now()}@studiobianchi.example`;
  const details = {
    givenName: 'Nuova',
    familyName: 'Persona',
    email,
    department: '',
    start: null,
    end: null,
  };
  if (await submit({ type: 'person/add', details }))
    say({ kind: 'person', email, number: journalNumber(folder, email) });
  const serviceId = services[round % services.length];
  if (serviceId !== undefined && round % 2 === 0)
    await order(serviceId, round % 4 === 0 ? 'card' : 'bank-transfer');
  if (round % 3 === 0) await handlers['sync/now'](null);
  const open = [...tables.orders.values()].find(
    (known) => known.clientReference !== null && canCancel(known),
  );
  if (open !== undefined && round % 5 === 0)
    await submit({ type: 'order/request-cancellation', orderNumber: open.orderNumber });
  // A few hundred rounds are enough. Slowing down keeps the disk from growing without end.
  if (round > 400) await new Promise((resolve) => setTimeout(resolve, 20));
}
