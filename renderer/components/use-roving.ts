import { useLayoutEffect, useRef, type FocusEvent, type KeyboardEvent, type RefObject } from 'react';

/** What can have the focus inside a row. */
const stops = 'button:not(:disabled), a[href]';

const stopsOf = (row: Element): readonly HTMLElement[] => [...row.querySelectorAll<HTMLElement>(stops)];

/**
 * One tab stop for a list of rows with buttons. Each row has `data-row`. Up, Down, Home and End go from row
 * to row, and Left and Right go from button to button of a row. The list takes the returned properties.
 * `across`: the rows stand side by side, so Left and Right go from row to row too.
 */
export function useRoving<E extends HTMLElement = HTMLUListElement>(
  across = false,
): {
  readonly ref: RefObject<E | null>;
  readonly 'data-roving': true;
  readonly onKeyDown: (event: KeyboardEvent) => void;
  readonly onFocus: (event: FocusEvent) => void;
} {
  const ref = useRef<E>(null);
  const at = useRef<HTMLElement | null>(null);

  const rows = (): readonly HTMLElement[] => [
    ...(ref.current?.querySelectorAll<HTMLElement>('[data-row]') ?? []),
  ];

  // After each render: rows come and go, and exactly one of their buttons is a tab stop.
  useLayoutEffect(() => {
    const all = rows().flatMap(stopsOf);
    const current = all.find((one) => one === at.current) ?? defaultStop(rows());
    for (const one of all) one.tabIndex = one === current ? 0 : -1;
  });

  return {
    ref,
    'data-roving': true,
    onFocus({ target }) {
      if (!(target instanceof HTMLElement)) return;
      for (const one of rows().flatMap(stopsOf)) one.tabIndex = one === target ? 0 : -1;
      at.current = target;
    },
    onKeyDown(event) {
      if (!(event.target instanceof HTMLElement)) return;
      const list = rows();
      const row = list.findIndex((one) => one.contains(event.target as Node));
      const own = list[row];
      if (own === undefined) return;
      const place = stopsOf(own).indexOf(event.target);
      const inRow = (index: number): HTMLElement | undefined => {
        const found = stopsOf(list[Math.max(0, Math.min(list.length - 1, index))] ?? own);
        // The last button of a row leads to the last one of the next: rows can have different ones.
        return place === stopsOf(own).length - 1 ? found.at(-1) : found[Math.min(place, found.length - 1)];
      };
      const beside = (step: number): HTMLElement | undefined =>
        across ? inRow(row + step) : stopsOf(own)[place + step];
      const moves: Readonly<Record<string, () => HTMLElement | undefined>> = {
        ArrowDown: () => inRow(row + 1),
        ArrowUp: () => inRow(row - 1),
        ArrowRight: () => beside(1),
        ArrowLeft: () => beside(-1),
        Home: () => inRow(0),
        End: () => inRow(list.length - 1),
      };
      const to = moves[event.key]?.();
      if (to === undefined) return;
      event.preventDefault();
      to.focus();
    },
  };
}

/** The last button of the first row: the one that does something. */
const defaultStop = (list: readonly HTMLElement[]): HTMLElement | undefined =>
  list[0] === undefined ? undefined : stopsOf(list[0]).at(-1);
