import { show, type Shown } from './screen.tsx';
import { act, fireEvent, screen, waitFor } from '@testing-library/react';
import { beforeAll, describe, expect, test } from 'vitest';
import { PeopleScreen } from '../../renderer/screens/people/list/people-screen.tsx';
import { useUi } from '../../renderer/store/ui-store.ts';

beforeAll(() => {
  // The test page has no layout. The list needs heights to know which rows are visible, and a
  // `scrollTo` that works.
  const sizes = { offsetHeight: 600, offsetWidth: 600, clientHeight: 600, scrollHeight: 35 * 37 };
  for (const [name, size] of Object.entries(sizes))
    Object.defineProperty(HTMLElement.prototype, name, { configurable: true, get: () => size });
  HTMLElement.prototype.scrollTo = function scrollTo(this: HTMLElement, options?: ScrollToOptions | number) {
    this.scrollTop = typeof options === 'object' ? (options.top ?? 0) : 0;
    this.dispatchEvent(new Event('scroll'));
  };
});

const row = (index: number): HTMLElement => {
  const found = document.querySelector<HTMLElement>(`[data-index="${index}"]`);
  if (found === null) throw new Error(`Row ${index} is not in the page`);
  return found;
};
const focused = (): string | null => document.activeElement?.getAttribute('data-index') ?? null;
const nameOf = (index: number): string => row(index).children[1]?.textContent ?? '';

async function showPeople(): Promise<Shown> {
  const shown = await show(() => <PeopleScreen />);
  await waitFor(() => row(0));
  return shown;
}

describe('the list by keyboard', () => {
  test('one place in the order of Tab; arrows, Home and End move, and stop at the ends', async () => {
    const { user } = await showPeople();
    expect(document.querySelectorAll('[data-index][tabindex="0"]')).toHaveLength(1);
    row(0).focus();
    const seen: (string | null)[] = [];
    for (const key of [
      '{ArrowDown}',
      '{ArrowDown}',
      '{ArrowUp}',
      '{ArrowUp}',
      '{ArrowUp}',
      '{End}',
      '{ArrowDown}',
      '{ArrowUp}',
      '{Home}',
    ]) {
      await user.keyboard(key);
      await waitFor(() => expect(focused()).not.toBeNull());
      seen.push(focused());
    }
    expect(seen).toEqual(['1', '2', '1', '0', '0', '33', '33', '32', '0']);
  });

  test('the row with the focus stays in the page while the wheel scrolls, and the next key goes on from it', async () => {
    const { user } = await showPeople();
    row(0).focus();
    await user.keyboard('{ArrowDown}{ArrowDown}');
    const list = document.querySelector('.grid-scroll');
    list?.scrollTo({ top: 30 * 37 });
    await waitFor(() => row(33));
    expect(document.querySelector('[data-index="4"]')).toBeNull();
    expect(focused()).toBe('2');
    expect(document.querySelectorAll('[data-index][tabindex="0"]')).toHaveLength(1);
    await user.keyboard('{ArrowDown}');
    await waitFor(() => expect(focused()).toBe('3'));
    list?.scrollTo({ top: 30 * 37 });
    await user.keyboard(' ');
    expect(row(3).getAttribute('aria-selected')).toBe('true');
    // The row that was ticked has come into sight.
    expect(list?.scrollTop).toBeLessThan(4 * 37);
  });

  test('a page down, a page up', async () => {
    const { user } = await showPeople();
    row(0).focus();
    await user.keyboard('{PageDown}');
    const down = Number(focused());
    expect(down).toBeGreaterThan(5);
    await user.keyboard('{PageUp}');
    expect(focused()).toBe('0');
  });

  test('Space selects and unselects, Ctrl+A all that are shown', async () => {
    const { user } = await showPeople();
    row(0).focus();
    await user.keyboard(' {ArrowDown} ');
    expect([row(0), row(1), row(2)].map((one) => one.getAttribute('aria-selected'))).toEqual([
      'true',
      'true',
      'false',
    ]);
    expect(document.body.textContent).toContain('2 persone selezionate');
    await user.keyboard(' ');
    expect(row(1).getAttribute('aria-selected')).toBe('false');
    await user.keyboard('{Control>}a{/Control}');
    expect(document.body.textContent).toContain('34 persone selezionate');
  });

  test('F2 changes the person, or all that are selected if the person is one of them', async () => {
    const { user } = await showPeople();
    row(0).focus();
    await user.keyboard('{F2}');
    const { dialog } = useUi.getState();
    expect(dialog).toMatchObject({ kind: 'person' });
    await user.keyboard(' {ArrowDown} {F2}');
    expect(useUi.getState().dialog).toMatchObject({ kind: 'change-people' });
    await user.keyboard('{ArrowDown}{F2}');
    expect(useUi.getState().dialog).toMatchObject({ kind: 'person' });
    expect(useUi.getState().dialog).not.toEqual(dialog);
  });

  test('Enter opens the detail, and nothing is selected by it', async () => {
    const { user } = await showPeople();
    row(0).focus();
    await user.keyboard('{ArrowDown}{Enter}');
    expect(screen.getAllByText(nameOf(1)).length).toBeGreaterThan(1);
    expect([useUi.getState().personShown, row(1).getAttribute('aria-selected')]).toEqual([
      expect.stringMatching(/^p-/) as string,
      'false',
    ]);
  });
});

describe('what the list shows', () => {
  test('open tasks first: who left and holds a seat, then who waits', async () => {
    await showPeople();
    expect(row(0).textContent).toMatch(/Paolo Greco.*Uscito il 31\/10\/2026/);
    for (const waiting of [1, 2]) expect(row(waiting).textContent).toContain('In attesa');
    expect(screen.getByRole('grid').getAttribute('aria-rowcount')).toBe('35');
  });

  test('searching needs no accents; nobody found says so', async () => {
    const { user } = await showPeople();
    const search = screen.getByRole('searchbox');
    await user.type(search, 'giosue');
    await waitFor(() => expect(screen.getByRole('grid').getAttribute('aria-rowcount')).toBe('2'));
    await user.type(search, 'zzz');
    await waitFor(() =>
      expect(document.body.textContent).toContain('Nessuna persona corrisponde ai filtri.'),
    );
  });

  test('the chosen people are marked as needing a seat', async () => {
    const { user, desk } = await showPeople();
    await user.type(screen.getByRole('searchbox'), 'riva');
    await waitFor(() => expect(screen.getByRole('grid').getAttribute('aria-rowcount')).toBe('3'));
    row(0).focus();
    await user.keyboard('{Control>}a{/Control}');
    await user.click(screen.getByRole('button', { name: 'Serve un utente' }));
    await waitFor(() => expect(desk.state.workspace.needs.size).toBe(4));
  });

  test('a person who is selected before the answer comes stays selected', async () => {
    const { desk } = await showPeople();
    const before = desk.state.workspace.needs.size;
    const others = document.querySelectorAll('[data-index]');
    const free = [...others].filter((one) => one.textContent?.includes('Non richiesto'));
    const [first, second] = free as [HTMLElement, HTMLElement];
    const press = (at: HTMLElement): void => {
      act(() => at.focus());
      fireEvent.keyDown(at, { key: ' ' });
    };
    const name = second.children[1]?.textContent ?? '';
    press(first);
    fireEvent.click(screen.getByRole('button', { name: 'Serve un utente' }));
    press(second);
    await waitFor(() => expect(desk.state.workspace.needs.size).toBe(before + 1));
    await waitFor(() => expect(document.body.textContent).toContain('1 persona selezionata'));
    const selected = document.querySelectorAll('[data-index][aria-selected="true"]');
    expect([...selected].map((one) => one.children[1]?.textContent)).toEqual([name]);
  });
});
