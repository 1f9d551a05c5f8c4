// The words of reminders, the screens that show them, and their settings.
import { show } from './screen.tsx';
import { screen } from '@testing-library/react';
import { act } from 'react';
import { afterEach, beforeEach, describe, expect, test, vi } from 'vitest';
import type { ReminderGroup } from '../../core/desk/reminders/reminder-groups.ts';
import type { Bridge } from '../../core/bridge/contract.ts';
import { addDays, type Day } from '../../core/kernel/day.ts';
import type { OrderNumber, QuoteId, ServiceId } from '../../core/kernel/id.ts';
import { ok } from '../../core/kernel/result.ts';
import { ReminderBanners } from '../../renderer/screens/status/reminder-banners.tsx';
import { RemindersCard } from '../../renderer/screens/settings/reminders-card.tsx';
import { useDesk } from '../../renderer/store/desk.ts';
import { followReminders } from '../../renderer/store/tell-reminders.ts';
import { useUi } from '../../renderer/store/ui-store.ts';
import { readDays, readTime, timeText } from '../../renderer/screens/settings/read-reminders.ts';
import { reminderWords } from '../../renderer/text/reminder-words.ts';
import { setLanguage } from '../../renderer/text/text.ts';

const today = '2026-11-24' as Day;
const group = (over: Partial<ReminderGroup>): ReminderGroup => ({
  key: 'k',
  kind: 'transfer',
  on: addDays(today, 10),
  count: 1,
  names: ['Officine Rossi srl'],
  also: [],
  target: { screen: 'service', serviceId: 'fe-rossi' as ServiceId },
  ...over,
});

describe('words', () => {
  afterEach(() => setLanguage('it'));

  test.each<readonly [Partial<ReminderGroup>, string, string]>([
    [
      {},
      'Officine Rossi srl | Ultimo giorno per pagare il rinnovo con bonifico: venerdì 4 dicembre, fra 10 giorni.',
      'Officine Rossi srl | Last day to pay the renewal by bank transfer: Friday 4 December, in 10 days.',
    ],
    [
      { also: [{ kind: 'card', on: addDays(today, 13) }] },
      'Officine Rossi srl | Ultimo giorno per pagare il rinnovo con bonifico: venerdì 4 dicembre, fra 10 giorni. Poi: carta o PayPal lunedì 7 dicembre.',
      'Officine Rossi srl | Last day to pay the renewal by bank transfer: Friday 4 December, in 10 days. Then: card or PayPal Monday 7 December.',
    ],
    [
      { kind: 'expiry', on: today, count: 5, names: ['A', 'B', 'C'] },
      '5 servizi | Scadenza del servizio: martedì 24 novembre, oggi. A, B, C e altri 2.',
      '5 services | The service expires: Tuesday 24 November, today. A, B, C and 2 more.',
    ],
    [
      { kind: 'unpaid', on: addDays(today, -8) },
      'Ordine da pagare: Officine Rossi srl | Confermato lunedì 16 novembre, 8 giorni fa: il pagamento non è ancora registrato.',
      'Order to be paid: Officine Rossi srl | Confirmed on Monday 16 November, 8 days ago: the payment is not registered yet.',
    ],
    [
      { kind: 'several', count: 1200 },
      '1.200 scadenze vicine | La prima è venerdì 4 dicembre, fra 10 giorni. Le altre sono in Allinea, schermata Rinnovi.',
      '1,200 deadlines ahead | The first is Friday 4 December, in 10 days. The others are in Allinea, under Renewals.',
    ],
  ])('%j', (over, italian, english) => {
    const said = (): string => Object.values(reminderWords(group(over), today)).join(' | ');
    expect(said()).toBe(italian);
    setLanguage('en');
    expect(said()).toBe(english);
  });

  test('the longest names still pass the bridge', () => {
    const names = ['x', 'y', 'z'].map((letter) => letter.repeat(200));
    const { title, body } = reminderWords(group({ names, count: 10_000 }), today);
    expect(title.length).toBeLessThanOrEqual(300);
    expect(body.length).toBeLessThanOrEqual(1000);
  });
});

test.each<readonly [string, number, readonly number[] | undefined]>([
  ['30, 7, 1', 0, [30, 7, 1]],
  ['30 7;1,', 0, [30, 7, 1]],
  ['', 0, []],
  ['7, 7', 1, [7]],
  ['0', 0, [0]],
  ['0', 1, undefined],
  ['366', 0, undefined],
  ['sette', 0, undefined],
  ['1.5', 0, undefined],
  ['-1', 0, undefined],
  ['1 2 3 4 5 6 7 8 9 10 11', 0, undefined],
])('the days “%s”, from %i', (typed, least, days) => expect(readDays(typed, least)).toEqual(days));

test.each<readonly [string, number | undefined]>([
  ['8', 480],
  [' 08:05 ', 485],
  ['19.30', 1170],
  ['0:00', 0],
  ['23:59', 1439],
  ['24:00', undefined],
  ['8:60', undefined],
  ['8:5', undefined],
  ['otto', undefined],
  ['', undefined],
])('the time “%s”', (typed, minute) => {
  expect(readTime(typed)).toBe(minute);
  if (minute !== undefined) expect(readTime(timeText(minute))).toBe(minute);
});

describe('telling', () => {
  const call = vi.fn<Bridge['call']>();
  let opened: Parameters<Bridge['onOpen']>[0] = () => undefined;
  beforeEach(() => {
    call.mockReset();
    useDesk.setState({ ready: false, reminders: { toTell: [], onScreen: [] } });
  });

  test('each group is asked for once while it is on its way, in words; a click opens its screen', async () => {
    let answer = (): void => undefined;
    call.mockImplementation(
      () =>
        new Promise((resolve) => {
          answer = () => resolve(ok('shown') as never);
        }),
    );
    followReminders({
      call,
      onChanged: () => () => undefined,
      onOpen: (listener) => ((opened = listener), () => undefined),
    });
    const reminders = { toTell: [group({})], onScreen: [] };
    useDesk.setState({ reminders });
    expect(call).not.toHaveBeenCalled();
    useDesk.setState({ ready: true });
    useDesk.setState({ reminders: { ...reminders } });
    expect(call.mock.calls).toEqual([
      [
        'reminders/tell',
        {
          key: 'k',
          title: 'Officine Rossi srl',
          body: expect.stringContaining('bonifico') as string,
          read: 'Ho letto',
        },
      ],
    ]);
    await act(async () => answer());
    useDesk.setState({ reminders: { ...reminders } });
    expect(call).toHaveBeenCalledTimes(2);
    act(() => opened({ screen: 'orders', orderId: '31904417' as OrderNumber }));
    expect(useUi.getState().route).toEqual({ screen: 'orders', orderId: '31904417' });
    // A link may be old: what is gone is looked for in its list.
    act(() => opened({ screen: 'service', serviceId: 'gone' as ServiceId }));
    expect(useUi.getState().route).toEqual({ screen: 'services' });
    act(() => opened({ screen: 'quotes', quoteId: 'gone' as QuoteId }));
    expect(useUi.getState().route).toEqual({ screen: 'quotes', quoteId: null });
    act(() => opened({ screen: 'manual' }));
    expect(useUi.getState().route).toEqual({ screen: 'manual', job: 'quotes' });
    act(() => opened({ screen: 'about' }));
    expect(useUi.getState().dialog).toEqual({ kind: 'about' });
    act(() => useUi.setState({ dialog: null }));
  });
});

test('what the system could not show stands on the screen, opens, and goes when it is read', async () => {
  const { desk, user } = await show(ReminderBanners);
  act(() => useDesk.setState({ reminders: { toTell: [], onScreen: [group({})] } }));
  expect(screen.getByText(/con bonifico/).textContent).toContain('Officine Rossi srl');
  await user.click(screen.getByRole('button', { name: 'Apri: Officine Rossi srl' }));
  expect(useUi.getState().route).toEqual({ screen: 'service', serviceId: 'fe-rossi' });
  await user.click(screen.getByRole('button', { name: 'Ho letto: Officine Rossi srl' }));
  expect(desk.calls.filter(({ name }) => name === 'reminders/read')).toEqual([
    { name: 'reminders/read', payload: { key: 'k' } },
  ]);
  act(() => useDesk.setState({ reminders: { toTell: [], onScreen: [] } }));
});

test('a field holds when it is left; what cannot be read changes nothing', async () => {
  const { desk, user } = await show(RemindersCard);
  const days = screen.getByRole('textbox', { name: 'Giorni prima di una scadenza' });
  await user.clear(days);
  await user.type(days, '60, x');
  await user.tab();
  expect(screen.getByText(/Servono numeri da 0 a 365/)).toBeTruthy();
  expect(desk.submitted('reminders/settings')).toEqual([]);
  await user.clear(days);
  await user.type(days, '60, 5');
  await user.tab();
  await user.click(screen.getByRole('switch', { name: 'Mostra i promemoria' }));
  expect(desk.submitted('reminders/settings')).toEqual([
    { type: 'reminders/settings', daysBefore: [60, 5] },
    { type: 'reminders/settings', on: false },
  ]);
  expect(screen.queryByRole('textbox')).toBeNull();
});
