// The quotes in the page: the empty list explains how to begin, a draft is changed in place, differences are
// shown, and what is not possible is explained in a sentence.
import { show } from './screen.tsx';
import { act, render, screen, waitFor, within } from '@testing-library/react';
import { err } from '../../core/kernel/result.ts';
import { afterAll, beforeAll, expect, test, vi } from 'vitest';
import type { Command } from '../../core/desk/command.ts';
import type { CartId, ServiceId } from '../../core/kernel/id.ts';
import { bridge } from '../../renderer/bridge.ts';
import { CartScreen } from '../../renderer/screens/cart/cart-screen.tsx';
import { QuotesScreen } from '../../renderer/screens/quotes/quotes-screen.tsx';
import { ServiceScreen } from '../../renderer/screens/services/service-screen.tsx';
import { ServicesScreen } from '../../renderer/screens/services/services-screen.tsx';
import { Dialogs } from '../../renderer/shell/dialogs.tsx';
import { openDialog, useUi } from '../../renderer/store/ui-store.ts';
import { setLanguage } from '../../renderer/text/text.ts';
import { payer } from '../electron/simulator/counter.ts';

const forUsers: Command = {
  type: 'quote/new',
  source: { kind: 'service', serviceId: 'fe-studio' as ServiceId, what: 'add-users' },
};
const forRenewal: Command = {
  type: 'quote/new',
  source: { kind: 'service', serviceId: 'fe-studio' as ServiceId, what: 'renewal' },
};
const otherRule: Command = {
  type: 'firm/settings',
  rule: 'completed-month',
  offPolicy: 'own-year',
  language: 'it',
  theme: 'light',
};

// The page has no file of the build here. What the preview shows is seen in test/e2e/offer.spec.ts.
beforeAll(() => {
  vi.stubGlobal('fetch', () => Promise.resolve(new Response('', { status: 404 })));
});
afterAll(() => {
  vi.unstubAllGlobals();
});

/** The list, or the quote of the route, with its dialogs, as in the window. */
function Quotes() {
  const route = useUi((ui) => ui.route);
  return (
    <>
      <QuotesScreen quoteId={route.screen === 'quotes' ? route.quoteId : null} />
      <Dialogs />
    </>
  );
}

async function showQuotes(...before: readonly Command[]) {
  useUi.setState({ route: { screen: 'quotes', quoteId: null } });
  const shown = await show(() => <Quotes />, ...before);
  const quoteId = [...shown.desk.state.workspace.quotes.keys()][0] as never;
  return {
    ...shown,
    quoteId,
    openIt: () => shown.user.click(screen.getByRole('button', { name: /^(?:bozza|draft|\d{4}-\d{3}), / })),
  };
}

test('no quote yet: how one is made', async () => {
  await showQuotes();
  expect(screen.getByText(/^Un preventivo si prepara anche senza rete/)).toBeTruthy();
  expect(screen.getByRole('button', { name: 'Nuovo preventivo' })).toBeTruthy();
});

test('the buttons that the hints name are there', async () => {
  await show(() => (
    <>
      <ServiceScreen serviceId={'fe-studio' as ServiceId} />
      <ServicesScreen />
      <Dialogs />
    </>
  ));
  expect(screen.getByRole('button', { name: /^Fai un preventivo/ })).toBeTruthy();
  act(() => openDialog({ kind: 'new-quote', serviceId: null }));
  const dialog = await screen.findByRole('dialog');
  const named = /“([^”]+)”/.exec(dialog.textContent)?.[1] ?? '';
  expect(named).toBe('Nuovo servizio per un cliente');
  expect(screen.getByRole('button', { name: named })).toBeTruthy();
});

test('a draft: one user more and without the extension, priced at once', async () => {
  const { user, openIt } = await showQuotes(forUsers);
  await openIt();
  expect(screen.getByTestId('gross').textContent).toContain('70,99');
  await user.click(screen.getByRole('button', { name: 'Un utente in più' }));
  await waitFor(() => expect(screen.getByTestId('gross').textContent).toContain('76,97'));
  await user.click(screen.getByRole('switch', { name: /^Estensione/ }));
  await waitFor(() => expect(screen.getByTestId('gross').textContent).toContain('17,93'));
});

test('another rule: each line beside its price of today, why, and the way out for a draft', async () => {
  const { user, openIt } = await showQuotes(forUsers, otherRule);
  await openIt();
  const banner = screen.getByText(/^La regola dei mesi è cambiata/).closest('.banner');
  expect(banner?.textContent).toContain('3 righe su 4 hanno un altro prezzo: il totale passa da 70,99');
  expect(within(screen.getByRole('table', { name: 'Righe' })).getAllByText('uguale')).toHaveLength(1);
  await user.click(screen.getByRole('button', { name: 'Aggiorna ai prezzi di oggi' }));
  await waitFor(() => expect(screen.getByTestId('gross').textContent).toContain('64,42'));
  expect(screen.queryByText(/^La regola dei mesi è cambiata/)).toBeNull();
});

test('issued and moved: a revision under the same number', async () => {
  const { desk, user, openIt, quoteId } = await showQuotes(forRenewal);
  await openIt();
  openDialog({ kind: 'issue-quote', quoteId });
  await user.click(await screen.findByRole('button', { name: 'Emetti' }));
  await screen.findByRole('heading', { level: 1, name: 'Preventivo 2026-001' });
  openDialog({ kind: 'revise-quote', quoteId });
  await user.click(await screen.findByRole('button', { name: 'Crea revisione 2' }));
  await waitFor(() => expect(desk.state.workspace.quotes.get(quoteId)?.revisions).toHaveLength(2));
  expect(await screen.findByText(/^Revisione 2, listino/)).toBeTruthy();
});

test('a draft of another day or rule: issuing says its figures and today’s, and brings it there first', async () => {
  const { user, openIt, quoteId } = await showQuotes(forUsers, otherRule);
  await openIt();
  act(() => openDialog({ kind: 'issue-quote', quoteId }));
  const dialog = within(await screen.findByRole('dialog'));
  expect(dialog.getByText(/^La regola dei mesi è cambiata/).closest('.banner')?.textContent).toMatch(
    /cifre del 24\/11\/2026: 70,99.€; oggi sarebbero 64,42.€\. Se la emetti così, prometti 70,99/,
  );
  await user.click(dialog.getByRole('button', { name: 'Aggiorna ai prezzi di oggi' }));
  await waitFor(() => expect(dialog.queryByText(/^La regola dei mesi è cambiata/)).toBeNull());
  await user.click(dialog.getByRole('button', { name: 'Emetti' }));
  await screen.findByRole('heading', { level: 1, name: 'Preventivo 2026-001' });
  expect(screen.getByTestId('gross').textContent).toContain('64,42');
});

test('accepted and dearer: the prices can be kept, both amounts are said, and it goes to the cart', async () => {
  const { desk, user, openIt, quoteId, toasts } = await showQuotes(forUsers);
  await openIt();
  for (const command of [
    { type: 'quote/issue', quoteId, serial: null },
    { type: 'quote/accept', quoteId },
    otherRule,
  ] as readonly Command[])
    await act(() => bridge.call('command/submit', command));
  await user.click(screen.getByRole('button', { name: 'Porta nel carrello' }));
  await waitFor(() => expect(toasts().at(-1)).toMatch(/Tieni i prezzi o fai una nuova revisione/));
  await user.click(screen.getByRole('button', { name: 'Tieni i prezzi' }));
  expect(await screen.findByText(/^Prezzi tenuti il .* paga 70,99.€, .* sarebbe 64,42.€/)).toBeTruthy();
  await user.click(screen.getByRole('button', { name: 'Porta nel carrello' }));
  await waitFor(() => expect(toasts().at(-1)).toMatch(/^Nel carrello, ai prezzi di Aruba di oggi/));
  const [cart] = desk.state.workspace.carts.values();
  act(() => {
    render(<CartScreen cartId={cart?.id ?? null} />);
  });
  expect(
    screen.getByText(
      /^Per questo servizio il cliente ha accettato 70,99.€ \(preventivo 2026-001\); Aruba oggi chiede 64,42.€\.$/,
    ),
  ).toBeTruthy();
  await act(() =>
    bridge.call('command/submit', { type: 'cart/quantity', cartId: cart?.id as never, quantity: 5 }),
  );
  expect(
    screen.getByText(/^Il carrello chiede altro rispetto al preventivo 2026-001: lì 70,99/),
  ).toBeTruthy();
});

test('ordered: the state and the order, and nothing that would order it again', async () => {
  const { desk, user, openIt, quoteId } = await showQuotes(forUsers);
  const button = (name: string | RegExp) => screen.queryByRole('button', { name });
  await openIt();
  openDialog({ kind: 'issue-quote', quoteId });
  await user.click(await screen.findByRole('button', { name: 'Emetti' }));
  await user.click(await screen.findByRole('button', { name: 'Porta nel carrello' }));
  await waitFor(() => expect(desk.state.workspace.carts.size).toBe(1));
  await act(() =>
    bridge.call('command/submit', {
      type: 'order/confirm',
      cartId: 'service-fe-studio' as CartId,
      payer: { ...payer },
      method: 'bank-transfer',
      clausesAccepted: true,
      shownGross: 7099,
    }),
  );
  act(() => {
    useUi.setState({ route: { screen: 'quotes', quoteId: null } });
  });
  expect(screen.getByRole('row', { name: /2026-001/ }).textContent).toMatch(/Ordinato ?$/);
  expect(screen.getByText('1 preventivo, nessuno aperto')).toBeTruthy();
  await openIt();
  expect(screen.getAllByText('Ordinato').length).toBeGreaterThan(0);
  expect([
    button('Porta nel carrello'),
    button(/^Crea revisione/),
    button('Segna accettato'),
    button('Ritira'),
  ]).toEqual([null, null, null, null]);
  await user.click(screen.getByRole('button', { name: 'in attesa del numero' }));
  const [key] = desk.state.workspace.placements.keys();
  expect(useUi.getState().route).toEqual({ screen: 'orders', orderId: key });
});

test('a module without the one that it needs cannot be ticked, and the reason is beside it', async () => {
  const { desk, user, openIt, quoteId } = await showQuotes({
    type: 'quote/new',
    source: { kind: 'service', serviceId: 'fe-sole' as ServiceId, what: 'add-users' },
  });
  const box = (name: string) => screen.getByRole<HTMLInputElement>('checkbox', { name });
  const modules = () => desk.state.workspace.quotes.get(quoteId)?.revisions[0].content.modules;
  await openIt();
  expect(box('Modulo WooCommerce').disabled).toBe(true);
  expect(screen.getByText('richiede Modulo Documenti')).toBeTruthy();
  await user.click(box('Modulo Documenti'));
  await waitFor(() => expect(box('Modulo WooCommerce').disabled).toBe(false));
  expect(screen.queryByText('richiede Modulo Documenti')).toBeNull();
  await user.click(box('Modulo WooCommerce'));
  await waitFor(() => expect(modules()).toEqual(['documents', 'woocommerce']));
  await user.click(box('Modulo Documenti'));
  await waitFor(() => expect(modules()).toEqual([]));
});

test('without the print page the preview says so', async () => {
  const { openIt } = await showQuotes(forUsers);
  await openIt();
  expect(await screen.findByText(/^L’anteprima non è disponibile qui/)).toBeTruthy();
});

test('a fee: refused without a description, then added; the next quote offers it again', async () => {
  const { desk, user, openIt, quoteId } = await showQuotes(forUsers);
  const field = (name: string) => screen.getByRole('textbox', { name });
  const totals = () => screen.getByRole('list', { name: 'Totale' }).textContent;
  await openIt();
  await user.type(field('Prezzo'), '-25,50{Enter}');
  await waitFor(() =>
    expect(screen.getByRole('alert').textContent).toBe('Scrivi che cosa è la voce: la descrizione manca.'),
  );
  await user.type(field('Voce'), 'Sconto fedeltà{Enter}');
  // 58,19 - 25,50 = 32,69 and 22 % of it.
  await waitFor(() => expect(totals()).toContain('7,19'));
  expect(screen.getByTestId('gross').textContent).toContain('39,88');
  await act(() => bridge.call('command/submit', forRenewal));
  const other = [...desk.state.workspace.quotes.keys()].find((id) => id !== quoteId);
  act(() => {
    useUi.setState({ route: { screen: 'quotes', quoteId: other as never } });
  });
  await user.click(screen.getByRole('button', { name: /^Aggiungi Sconto fedeltà, -25,50/ }));
  await waitFor(() => expect(screen.getByRole('table', { name: 'Voci dello studio' })).toBeTruthy());
  expect(screen.queryByRole('button', { name: /^Aggiungi Sconto/ })).toBeNull();
});

test('several services: one banner for all differences, and one button brings all to today', async () => {
  const { desk, user, openIt, quoteId } = await showQuotes(forUsers);
  await act(() =>
    bridge.call('command/submit', {
      type: 'quote/add-service',
      quoteId,
      source: { kind: 'service', serviceId: 'fe-sole' as ServiceId, what: 'add-users' },
    }),
  );
  await act(() => bridge.call('command/submit', otherRule));
  await openIt();
  const banner = screen.getByText(/^La regola dei mesi è cambiata/).closest('.banner');
  expect(banner?.textContent).toMatch(/righe su \d+ hanno un altro prezzo/);
  expect(screen.getAllByText('Subtotale, IVA esclusa')).toHaveLength(2);
  await user.click(screen.getByRole('button', { name: 'Aggiorna ai prezzi di oggi' }));
  await waitFor(() => expect(screen.queryByText(/^La regola dei mesi è cambiata/)).toBeNull());
  const quote = desk.state.workspace.quotes.get(quoteId);
  expect(quote?.revisions[0].quote.rule).toBe('completed-month');
  expect(quote?.revisions[0].further[0]?.quote.rule).toBe('completed-month');
});

test('a refusal goes when the next step succeeds', async () => {
  const { user, openIt, toasts } = await showQuotes(forUsers);
  await openIt();
  await user.clear(screen.getByRole('textbox', { name: 'Utenti aggiuntivi' }));
  await user.type(screen.getByRole('textbox', { name: 'Utenti aggiuntivi' }), '0{Enter}');
  await waitFor(() => expect(toasts()).toHaveLength(1));
  await user.click(screen.getByRole('button', { name: 'Emetti…' }));
  await user.click(await screen.findByRole('button', { name: 'Emetti' }));
  await waitFor(() => expect(toasts()).toEqual(['Preventivo emesso.']));
});

test('where no PDF can be made, the quote is safe and the other ways are named', async () => {
  const { desk, user, openIt, quoteId, toasts } = await showQuotes(forUsers);
  desk.answers = { 'print/pdf': () => err({ reason: 'no-pdf' }) };
  await openIt();
  openDialog({ kind: 'export-quote', quoteId });
  await user.click(await screen.findByRole('button', { name: 'PDF' }));
  await waitFor(() =>
    expect(toasts().at(-1)).toMatch(/^Qui non si riesce a preparare un PDF\. Niente è andato perso/),
  );
  expect(screen.getByRole('dialog')).toBeTruthy();
});

test('in English', async () => {
  setLanguage('en');
  const { openIt } = await showQuotes(forUsers, otherRule);
  expect(screen.getByText('1 quote, 1 open')).toBeTruthy();
  await openIt();
  expect(screen.getByText(/^The month rule has changed/)).toBeTruthy();
});
