import { show, type Shown } from './screen.tsx';
import { act, screen, waitFor } from '@testing-library/react';
import { describe, expect, test, vi } from 'vitest';
import { orderViews } from '../../core/desk/pending/order-views.ts';
import type { Outgoing } from '../../core/desk/rows/state.ts';
import type { CartId, ServiceId } from '../../core/kernel/id.ts';
import { figuresSchema } from '../../core/orders/order.ts';
import type { LastAnswer } from '../../core/sync/outbox.ts';
import { bridge } from '../../renderer/bridge.ts';
import { OrderNotice } from '../../renderer/screens/orders/order-notice.tsx';
import { useDesk } from '../../renderer/store/desk.ts';
import { useUi } from '../../renderer/store/ui-store.ts';
import { payer } from '../electron/simulator/counter.ts';

function Notice() {
  const state = useDesk((desk) => desk.state);
  const view = orderViews(state).find(({ serviceId }) => serviceId === 'fe-studio');
  return view === undefined ? <p>Nessun ordine</p> : <OrderNotice view={view} />;
}

async function showOrder(changes: Partial<Outgoing>): Promise<Shown & { readonly notice: string }> {
  const shown = await show(
    () => <Notice />,
    { type: 'cart/open', serviceId: 'fe-studio' as ServiceId },
    {
      type: 'order/confirm',
      cartId: 'service-fe-studio' as CartId,
      payer: { ...payer },
      method: 'card',
      clausesAccepted: true,
      shownGross: 7099,
    },
  );
  const [entry] = shown.desk.state.workspace.outbox.values();
  if (entry === undefined) throw new Error('It waits');
  const changed: Outgoing = { ...entry, ...changes };
  shown.desk.state.workspace.outbox.set(entry.id, changed);
  act(() => {
    const { state, revision } = useDesk.getState();
    const outbox = state.workspace.outbox as Map<string, Outgoing>;
    outbox.set(entry.id, changed);
    useDesk.setState({ state: { ...state }, revision });
  });
  return { ...shown, notice: document.body.textContent };
}

const buttons = (): readonly string[] => screen.getAllByRole('button').map(({ textContent }) => textContent);

describe('what an order on its way says', () => {
  test.each<readonly [LastAnswer, RegExp, readonly string[]]>([
    ['none', /Salvato qui, non ancora inviato.*appena possibile/, ['Riporta nel carrello', 'Riprova ora']],
    ['unreachable', /non è raggiungibile/, ['Riporta nel carrello', 'Riprova ora']],
    ['rate-limited', /chiede di aspettare/, ['Riporta nel carrello', 'Riprova ora']],
    ['sign-in-needed', /Serve l’accesso/, ['Riporta nel carrello', 'Accedi']],
    ['not-accepted', /non ha accettato la richiesta/, ['Riporta nel carrello', 'Riprova ora']],
  ])('queued, %s', async (lastAnswer, sentence, offered) => {
    const { notice } = await showOrder({ state: 'queued', lastAnswer, tries: 2 });
    expect(notice).toMatch(sentence);
    expect([notice.includes('2 tentativi'), buttons()]).toEqual([true, offered]);
  });

  test.each<readonly [Partial<Outgoing>, RegExp]>([
    [{ state: 'sending', tries: 1 }, /./],
    [{ state: 'outcome-unknown', lastAnswer: 'no-answer' }, /potrebbe averlo ricevuto.*Nessuna risposta/],
    [{ state: 'outcome-unknown', lastAnswer: 'server-error' }, /errore interno/],
    [{ state: 'outcome-unknown', lastAnswer: 'unreadable' }, /non era leggibile/],
  ])('%j: it cannot be taken back', async (changes, sentence) => {
    const { notice } = await showOrder(changes);
    expect(notice).toMatch(sentence);
    expect(buttons()).not.toContain('Riporta nel carrello');
  });

  test('refused for other figures: why, line by line, and nothing was bought', async () => {
    const { notice, desk } = await showOrder({
      state: 'refused',
      lastAnswer: 'received',
      refusal: { errorCode: '0201', errorDescription: 'Gli importi non coincidono', vendorQuote: null },
    });
    expect(notice).toMatch(
      /Aruba ha rifiutato l’ordine: le cifre non coincidono con le sue\. Niente è stato acquistato\./,
    );
    const [placement] = desk.state.workspace.placements.values();
    const quote = figuresSchema.parse(placement?.quote);
    const cheaper = quote.lines.map((line) => (line.kind === 'e-invoicing' ? { ...line, net: 1993 } : line));
    const vendorQuote = figuresSchema.parse({
      ...quote,
      rule: 'completed-month',
      lines: cheaper,
      gross: 6638,
    });
    const other = await showOrder({
      state: 'refused',
      refusal: { errorCode: '0201', errorDescription: '', vendorQuote },
    });
    const said = other.notice.replaceAll('\u00A0', ' ');
    expect(said).toMatch(/Fatturazione Elettronica22,43 € fino al 24\/11\/202719,93 € fino al 24\/11\/2027/);
    expect(said).toMatch(/Modulo Documenti14,93 € fino al 24\/11\/2027uguale/);
    expect(said).toMatch(/Totale70,99 €66,38 €/);
    expect(said).toContain('la regola dei mesi (mese iniziato, mese intero, per Aruba solo mesi completi)');
  });

  test('taken back, the cart is there again and is shown', async () => {
    const { user, desk } = await showOrder({
      state: 'refused',
      lastAnswer: 'received',
      refusal: { errorCode: '0202', errorDescription: '', vendorQuote: null },
    });
    await user.click(screen.getByRole('button', { name: 'Riporta nel carrello' }));
    await waitFor(() =>
      expect(useUi.getState().route).toEqual({ screen: 'cart', cartId: 'service-fe-studio' }),
    );
    expect([desk.state.workspace.carts.size, desk.state.workspace.outbox.size]).toEqual([1, 0]);
    await waitFor(() => expect(document.body.textContent).toContain('Nessun ordine'));
  });

  test('try again asks for an exchange; sign in opens the dialog', async () => {
    const { user, desk } = await showOrder({ state: 'queued', lastAnswer: 'unreachable' });
    await user.click(screen.getByRole('button', { name: 'Riprova ora' }));
    expect(desk.calls.at(-1)).toEqual({ name: 'sync/now', payload: null });
    const waiting = await showOrder({ state: 'queued', lastAnswer: 'sign-in-needed' });
    await waiting.user.click(screen.getAllByRole('button', { name: 'Accedi' }).at(-1) ?? document.body);
    expect(useUi.getState().dialog).toEqual({ kind: 'sign-in', why: 'order' });
  });

  test('the bridge hands a command over as a text, and any other call as it is', async () => {
    const [submit, call] = [vi.spyOn(window.allinea, 'submit'), vi.spyOn(window.allinea, 'call')];
    const made = await bridge.call('command/submit', { type: 'operator/name', name: 'Anna' });
    await bridge.call('sync/now', null);
    expect(submit.mock.calls).toEqual([['{"type":"operator/name","name":"Anna"}']]);
    expect(call.mock.calls).toEqual([['sync/now', null]]);
    expect(made).toMatchObject({ ok: true });
  });
});
