import { expect } from '@playwright/test';
import type { Locator } from 'playwright-core';
import { title } from '../../electron/tour/hands.ts';
import type { Desk } from './desk.ts';

const mostTabs = 120;

/** Where the focus is: on the control, in its list, which has one tab stop, or elsewhere. */
const focusFrom = (element: Element): 'here' | 'in its list' | 'elsewhere' => {
  if (element.contains(document.activeElement)) return 'here';
  return element.closest('[data-roving]')?.contains(document.activeElement) === true
    ? 'in its list'
    : 'elsewhere';
};

/**
 * What a person does with keys only. `reach` presses Tab until the control has the focus. In a list with one
 * tab stop it presses Down.
 */
export function keysOn(desk: Desk) {
  const press = (key: string): Promise<void> => desk.page.keyboard.press(key);
  const type = (text: string): Promise<void> => desk.page.keyboard.type(text);

  async function reach(control: Locator, key: 'Tab' | 'Shift+Tab' = 'Tab'): Promise<void> {
    await expect(control).toBeVisible();
    for (let tabs = 0; tabs < mostTabs; tabs += 1) {
      const focus = await control.evaluate(focusFrom);
      if (focus === 'here') return;
      await press(focus === 'in its list' ? 'ArrowDown' : key);
    }
    throw new Error(`${mostTabs} × ${key} did not reach ${control.toString()}`);
  }

  async function does(control: Locator, key = 'Enter'): Promise<void> {
    await reach(control);
    await press(key);
  }

  async function palette(words: string): Promise<void> {
    await press('Control+k');
    await expect(desk.page.getByRole('textbox', { name: 'Cerca persone, servizi' })).toBeFocused();
    await type(words);
    await desk.page.getByRole('option').first().waitFor();
    await press('Enter');
  }

  /** Ticks the three clauses of the order form and confirms. */
  async function confirm(): Promise<void> {
    await expect(title(desk.page, 'Modulo d’ordine')).toBeVisible();
    for (const clause of ['Accetto le condizioni', 'Approvo specificamente', 'Ho letto'])
      await does(desk.page.getByRole('checkbox', { name: clause }), 'Space');
    await does(desk.page.getByRole('button', { name: 'Conferma e completa l’ordine' }));
    await expect(title(desk.page, 'Ordini')).toBeVisible();
  }

  return { press, type, reach, does, palette, confirm };
}
