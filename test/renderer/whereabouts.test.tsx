// Who else is here, and where: in words, and a click goes there.
import { show } from './screen.tsx';
import { act, fireEvent, screen } from '@testing-library/react';
import { beforeEach, expect, test } from 'vitest';
import type { Command } from '../../core/desk/command.ts';
import type { Place, Present } from '../../core/shared/presence.ts';
import { Others } from '../../renderer/screens/shared/others.tsx';
import { RowMark, useLookers } from '../../renderer/screens/shared/row-mark.tsx';
import { placeOf, whereabouts } from '../../renderer/screens/shared/whereabouts.ts';
import { useDesk } from '../../renderer/store/desk.ts';
import { useUi, type Route } from '../../renderer/store/ui-store.ts';

const before: readonly Command[] = [
  { type: 'cart/open', serviceId: 'fe-serra' as never },
  { type: 'quote/new', source: { kind: 'service', serviceId: 'fe-studio' as never, what: 'renewal' } },
];
const quoteId = () => [...useDesk.getState().state.workspace.quotes.keys()][0] ?? '';
const at = (screenName: string, id: string | null = null): Place => ({ screen: screenName, id });
const maria = (place: Place | null): void =>
  act(() =>
    useDesk.setState(({ sync }) => ({
      sync: { ...sync, others: [{ account: 'maria', name: 'Maria Bassi', role: 'prepare', place }] },
    })),
  );

beforeEach(() => useUi.setState({ route: { screen: 'status' }, personShown: null, back: [] }));

test.each<[string, () => Place | null, string, Partial<Route> | null]>([
  ['a service', () => at('service', 'fe-serra'), 'Maria Bassi è su Tipografia Serra', { screen: 'service' }],
  ['a cart', () => at('cart', 'service-fe-serra'), 'Maria Bassi è su Tipografia Serra', { screen: 'cart' }],
  [
    'its order form',
    () => at('order-form', 'service-fe-serra'),
    'Maria Bassi è su Tipografia Serra',
    { screen: 'cart' },
  ],
  ['a quote', () => at('quotes', quoteId()), 'Maria Bassi è su Bozza', { screen: 'quotes' }],
  ['a person', () => at('people', 'p-a-ferri'), 'Maria Bassi è su Anna Ferri', { screen: 'people' }],
  [
    'a session',
    () => at('session', '2026-12-10'),
    'Maria Bassi è su giovedì 10 dicembre',
    { screen: 'session' },
  ],
  ['a section', () => at('renewals'), 'Maria Bassi è in Rinnovi', { screen: 'renewals' }],
  ['a cart that is gone', () => at('cart', 'service-gone'), 'Maria Bassi è in Carrello', { screen: 'cart' }],
  ['a service that is not known here', () => at('service', 'fe-gone'), 'Maria Bassi è qui', null],
  ['a screen of a newer version', () => at('moon', 'x'), 'Maria Bassi è qui', null],
  ['a session without a day', () => at('session', 'x'), 'Maria Bassi è qui', null],
  ['nowhere that is known', () => null, 'Maria Bassi è qui', null],
])('%s', async (_, place, words, route) => {
  await show(() => <Others />, ...before);
  maria(place());
  const button = screen.getByRole('button');
  expect(button.textContent?.replace(/^MB/, '')).toMatch(new RegExp(`^${words}`));
  expect(Reflect.get(button, 'disabled')).toBe(route === null);
  fireEvent.click(button);
  expect(useUi.getState().route).toMatchObject(route ?? { screen: 'status' });
});

test('whoever looks at the same thing is marked, not whoever is in the same section', async () => {
  await show(() => <Others />, ...before);
  useUi.setState({ route: { screen: 'people' }, personShown: 'p-a-ferri' as never });
  maria(at('people', 'p-a-ferri'));
  expect(screen.getByRole('button').textContent).toContain('Anche Maria Bassi è qui, su Anna Ferri');
  expect(screen.getByRole('button').dataset['same']).toBe('true');
  maria(at('people'));
  expect(screen.getByRole('button').dataset['same']).toBeUndefined();
});

test('each screen with one thing says which, and can be found by it', async () => {
  const { desk } = await show(() => null, ...before);
  const routes: readonly Route[] = [
    { screen: 'service', serviceId: 'fe-serra' as never },
    { screen: 'cart', cartId: 'service-fe-serra' as never },
    { screen: 'quotes', quoteId: quoteId() as never },
    { screen: 'session', day: '2026-12-10' as never },
  ];
  expect(routes.map((route) => whereabouts(placeOf(route, null), desk.state)?.kind)).toEqual(
    routes.map(() => 'thing'),
  );
  expect(placeOf({ screen: 'people' }, 'p-a-ferri')).toEqual(at('people', 'p-a-ferri'));
});

test('a row says who looks at it: initials, or how many; each person once', async () => {
  const marks: Readonly<Record<string, readonly string[] | undefined>>[] = [];
  function Rows() {
    const lookers = useLookers('service');
    marks.push(Object.fromEntries([...lookers].map(([id, { names }]) => [id, names])));
    return <RowMark lookers={lookers.get('fe-serra')} />;
  }
  await show(() => <Rows />);
  expect(document.querySelector('.row-mark')).toBeNull();
  maria(at('service', 'fe-serra'));
  expect(document.querySelector('.row-mark')?.textContent).toBe('MBQui adesso: Maria Bassi');
  const place = at('service', 'fe-serra');
  const other = (account: string, name: string, where = place): Present => ({
    account,
    name,
    role: 'prepare',
    place: where,
  });
  act(() =>
    useDesk.setState(({ sync }) => ({
      sync: {
        ...sync,
        others: [
          other('maria', 'Maria Bassi'),
          other('maria', 'Maria Bassi'),
          other('anna', 'Anna Ferri'),
          // A name with a comma is one person.
          other('luca', 'Neri, Luca', at('service', 'fe-studio')),
          other('ugo', 'Ugo Riva', at('people', 'fe-serra')),
        ],
      },
    })),
  );
  expect(document.querySelector('.row-mark')?.textContent).toBe('2Qui adesso: Maria Bassi, Anna Ferri');
  expect(marks.at(-1)).toEqual({
    'fe-serra': ['Maria Bassi', 'Anna Ferri'],
    'fe-studio': ['Neri, Luca'],
  });
});
