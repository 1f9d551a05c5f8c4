// The plan of seats: its numbers add up, and a service that does not run says what to do first.
import { show } from './screen.tsx';
import { act, screen, waitFor, within } from '@testing-library/react';
import { describe, expect, test } from 'vitest';
import { seatIndex, boardOf } from '../../core/desk/seats/seat-boards.ts';
import type { PersonId, ServiceId } from '../../core/kernel/id.ts';
import type { Seat } from '../../core/seats/seat.ts';
import { SeatPlanDialog } from '../../renderer/screens/matrix/seat-plan-dialog.tsx';
import { SeatPlan } from '../../renderer/screens/people/list/seat-plan.tsx';
import { useDesk } from '../../renderer/store/desk.ts';
import { clearDraft, markCells } from '../../renderer/store/seat-draft.ts';
import { useUi } from '../../renderer/store/ui-store.ts';

const expired = 'fe-conti' as ServiceId;
const notActive = 'fe-edil-marche' as ServiceId;
const people = ['p-g-sanna', 'p-d-fontana'] as PersonId[];

/** The card beside the staff list. */
function Plan({ serviceId }: { readonly serviceId: ServiceId }) {
  const state = useDesk((desk) => desk.state);
  const service = state.replica.services.get(serviceId);
  if (service === undefined) throw new Error('The sample has it');
  return <SeatPlan service={service} board={boardOf(state, service)} index={seatIndex(state)} />;
}

const wish = (serviceId: ServiceId) =>
  ({ type: 'seat/need', serviceId, personIds: people, needed: true }) as const;

async function dialog(serviceId: ServiceId) {
  let closed = 0;
  clearDraft();
  const shown = await show(() => <SeatPlanDialog from="draft" onClose={() => (closed += 1)} />);
  act(() => markCells(people.map((personId) => ({ serviceId, personId, seat: true, already: false }))));
  // The plan is made in steps.
  await waitFor(() => expect(screen.getByRole('dialog').querySelector('h3')).not.toBeNull());
  return { ...shown, closed: () => closed, words: () => screen.getByRole('dialog').textContent };
}

/** The numbers of the card, by their labels. */
function numbers(): Readonly<Record<string, number>> {
  return Object.fromEntries(
    [...document.querySelectorAll('.row.spread')].map((row) => [
      row.querySelector('span')?.textContent ?? '',
      Number(row.querySelector('strong')?.textContent),
    ]),
  );
}

describe('the numbers add up', () => {
  const parts = [
    'Liberi',
    'Restano come sono',
    'Da liberare (usciti)',
    'Nel pannello, fuori dal personale',
    'Nel pannello, senza più una persona',
  ];

  test.each(['fe-studio', 'fe-rossi', 'sr-verdi', 'fe-sole'] as ServiceId[])('of %s', async (serviceId) => {
    await show(() => <Plan serviceId={serviceId} />);
    const shown = numbers();
    expect(shown['Utenti acquistati']).toBeGreaterThan(0);
    expect(parts.reduce((sum, part) => sum + (shown[part] ?? 0), 0)).toBe(shown['Utenti acquistati']);
  });

  test('the users of a client’s own people have a line', async () => {
    await show(() => <Plan serviceId={'fe-rossi' as ServiceId} />);
    expect(numbers()).toMatchObject({ 'Utenti acquistati': 2, 'Nel pannello, fuori dal personale': 2 });
  });

  test('a user whose person gave the seat back has a line', async () => {
    await show(() => <Plan serviceId={'fe-studio' as ServiceId} />);
    act(() => {
      const { state } = useDesk.getState();
      const seats = new Map<string, Seat>(state.workspace.seats);
      for (const [id, seat] of seats) if (seat.username === 'pgreco01') seats.delete(id);
      useDesk.setState({ state: { ...state, workspace: { ...state.workspace, seats } } });
    });
    const shown = numbers();
    expect(shown['Nel pannello, senza più una persona']).toBe(1);
    expect(parts.reduce((sum, part) => sum + (shown[part] ?? 0), 0)).toBe(shown['Utenti acquistati']);
  });
});

describe('in the grace period', () => {
  test('the matrix’s plan says to reactivate first, not to buy', async () => {
    const { user, desk, closed, words, toasts } = await dialog(expired);
    expect(words()).toContain('Il servizio è scaduto: riattiva prima, poi si possono acquistare utenti.');
    expect(words()).toContain('2 in attesa: il servizio non è attivo');
    expect(words()).not.toMatch(/da acquistare|Metti nel carrello/);
    await user.click(screen.getByRole('button', { name: 'Applica il piano' }));
    await waitFor(() =>
      expect(toasts()).toEqual(['Piano applicato: 0 assegnati, 2 in attesa del servizio.']),
    );
    expect([desk.state.workspace.carts.size, closed()]).toEqual([0, 1]);
  });

  test('its button opens the reactivation and closes the plan', async () => {
    const { user, closed } = await dialog(expired);
    await user.click(within(screen.getByRole('dialog')).getByRole('button', { name: 'Riattiva' }));
    await waitFor(() =>
      expect(useUi.getState().route).toEqual({ screen: 'cart', cartId: 'renewal-fe-conti' }),
    );
    expect(closed()).toBe(1);
  });

  test('afterwards the card beside the staff list gives the reason and the button', async () => {
    await show(() => <Plan serviceId={expired} />, wish(expired));
    const card = document.body.textContent;
    expect(card).toContain('In attesa che il servizio sia attivo2');
    expect(card).toContain('Il servizio è scaduto: riattiva prima');
    expect(card).not.toContain('Mancano, da acquistare');
    expect(screen.getByRole('button', { name: 'Riattiva' })).toBeTruthy();
  });
});

test('a service that is not active yet: the reason, and its order', async () => {
  const { user, words } = await dialog(notActive);
  expect(words()).toContain('Il servizio non è ancora attivo');
  await user.click(within(screen.getByRole('dialog')).getByRole('button', { name: 'Vai all’ordine' }));
  expect(useUi.getState().route).toEqual({ screen: 'orders', orderId: '31904417' });
});
