import { inSight } from '../components/in-sight.ts';

/** The open dialog, or the screen. A key belongs to the dialog while one is open. */
const place = (): Element | null =>
  [...document.querySelectorAll('[role="dialog"]')].at(-1) ?? document.querySelector('main');

const pressable = '[data-primary]:not(:disabled)';

/**
 * Ctrl+Enter: presses the primary button of the dialog or of the screen. If that button waits for something,
 * the focus goes to the first thing that is missing. Returns false if there is neither.
 */
export function pressPrimary(target: EventTarget | null): boolean {
  // There it saves what is being typed.
  if (target instanceof Element && target.closest('[data-own-enter]') !== null) return false;
  const here = place();
  const button = here === null ? undefined : inSight(pressable, here);
  if (button !== undefined) {
    button.click();
    return true;
  }
  const missing = here === null ? undefined : inSight('[data-missing]', here);
  const field = missing?.matches('input, button, textarea')
    ? missing
    : missing?.querySelector<HTMLElement>('input, button, textarea');
  field?.focus();
  return field !== undefined && field !== null;
}

/** Ctrl+P: presses the button that prints or saves what is listed. Returns false if there is none. */
export function pressPrint(): boolean {
  const here = place();
  const button = here === null ? undefined : inSight('[data-prints]:not(:disabled)', here);
  button?.click();
  return button !== undefined;
}

/** Ctrl+F: goes to the search of the screen. Returns false if it has none. */
export function focusSearch(): boolean {
  const field = inSight('main input[type="search"]');
  field?.focus();
  if (field instanceof HTMLInputElement) field.select();
  return field !== undefined;
}
