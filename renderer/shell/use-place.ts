import { useEffect } from 'react';
import { useUi, type Route } from '../store/ui-store.ts';

/** Where the person was on a screen: what had the focus, and how far it was scrolled, in pixels. */
interface Place {
  readonly focus: Element | null;
  readonly top: number;
}
const left = new WeakMap<Route, Place>();

const content = (): Element | null => document.querySelector('.content');

/** What lies outside the screen, and what rests, is nothing to come back to. */
const canReturn = (element: Element | null | undefined): element is HTMLElement =>
  element instanceof HTMLElement &&
  content()?.contains(element) === true &&
  element.closest('[inert]') === null;

/**
 * A new screen begins at its top, with the focus on its title. One that the person comes back to is scrolled
 * as it was, with the focus where it was. `choosing`: no studio is open yet, and the person begins by typing,
 * unless they come back from the manual.
 */
export function usePlace(route: Route, choosing: boolean): void {
  useEffect(
    () =>
      // Before the next screen takes its place.
      useUi.subscribe((now, before) => {
        if (now.route !== before.route)
          left.set(before.route, { focus: document.activeElement, top: content()?.scrollTop ?? 0 });
      }),
    [],
  );
  useEffect(() => {
    const { back, opened, dialog } = useUi.getState();
    if (choosing && back.length === 0) return;
    const place = opened === 'back' ? left.get(route) : undefined;
    content()?.scrollTo(0, place?.top ?? 0);
    // A dialog that was opened with the screen keeps the focus.
    if (dialog !== null) return;
    const before = place?.focus;
    (canReturn(before) ? before : document.getElementById('page-title'))?.focus({ preventScroll: true });
  }, [route, choosing]);
}
