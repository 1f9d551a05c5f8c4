// A long table draws the rows in sight, and keeps the row that has the focus.
import { act, fireEvent, render, screen } from '@testing-library/react';
import { beforeAll, expect, test } from 'vitest';
import { DrawnRows, useLongList } from '../../renderer/components/long-list.tsx';

const rowHeight = 20;

beforeAll(() => {
  // The test page has no layout.
  for (const name of ['offsetHeight', 'offsetWidth', 'clientHeight'])
    Object.defineProperty(HTMLElement.prototype, name, { configurable: true, get: () => 100 });
});

function Table() {
  const { scroller, list } = useLongList({ count: 1000, estimateSize: () => rowHeight, overscan: 1 });
  return (
    <div data-testid="scroller" ref={scroller}>
      <table>
        <DrawnRows list={list} columns={1}>
          {(index) => (
            <tr key={index} aria-rowindex={index + 2}>
              <td>
                <button type="button">{`Apri ${index}`}</button>
              </td>
            </tr>
          )}
        </DrawnRows>
      </table>
    </div>
  );
}

const button = (index: number) => screen.queryByRole('button', { name: `Apri ${index}` });
/** What is drawn from above to below: the rows, and the heights of the space between them. */
const drawn = (): readonly string[] =>
  [...document.querySelectorAll('tr')].map((row) =>
    row.className === 'spacer' ? (row.querySelector('td')?.style.height ?? '') : (row.textContent ?? ''),
  );

function scrollTo(top: number): void {
  const scroller = screen.getByTestId('scroller');
  scroller.scrollTop = top;
  fireEvent.scroll(scroller);
}

test('a row that stays in sight is not moved while others come and go: its focus never leaves it', () => {
  render(<Table />);
  act(() => button(3)?.focus());
  const left: EventTarget[] = [];
  document.addEventListener('focusout', ({ target }) => target !== null && left.push(target));
  const moved: Node[] = [];
  const seen = new MutationObserver(() => undefined);
  seen.observe(document.body, { childList: true, subtree: true });
  const row = button(3)?.closest('tr');
  for (const top of [40, 400, 8000, 40, 0]) {
    scrollTo(top);
    for (const { addedNodes } of seen.takeRecords()) moved.push(...addedNodes);
  }
  seen.disconnect();
  expect(moved).not.toContain(row);
  expect(left).toEqual([]);
});

test('a button with the focus stays in the page with its row, above and below what is in sight', () => {
  render(<Table />);
  act(() => button(2)?.focus());
  scrollTo(400 * rowHeight);
  expect(button(3)).toBeNull();
  expect(document.activeElement).toBe(button(2));
  expect(drawn().slice(0, 4)).toEqual([`${2 * rowHeight}px`, 'Apri 2', `${396 * rowHeight}px`, 'Apri 399']);

  act(() => button(401)?.focus());
  expect(button(2)).toBeNull();
  scrollTo(0);
  expect(document.activeElement).toBe(button(401));
  expect(drawn().at(-2)).toBe('Apri 401');
  const heights = drawn().filter((part) => part.endsWith('px'));
  const rows = drawn().length - heights.length;
  expect(heights.reduce((sum, height) => sum + parseInt(height, 10), 0) + rows * rowHeight).toBe(
    1000 * rowHeight,
  );
});
