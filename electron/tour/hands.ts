// What a person often does at this desk, with the mouse or with the keyboard alone.
import type { Locator, Page } from 'playwright-core';

/** The account of the simulated Aruba. */
export const sampleAccount = { username: '8841207@aruba.it', password: 'allinea-prova' } as const;

type Section =
  | 'Stato servizio'
  | 'Personale'
  | 'Servizi'
  | 'Carrello'
  | 'Ordini'
  | 'Acquisti'
  | 'Fatture'
  | 'Preventivi'
  | 'Rinnovi'
  | 'Storico utenti'
  | 'Listino e regole'
  | 'Impostazioni'
  | 'Simulatore Aruba';

/** The button of a section in the navigation. */
const section = (page: Page, name: Section): Locator =>
  page.getByRole('navigation', { name: 'Sezioni' }).getByRole('button', { name: new RegExp(`^${name}`) });

/** The heading of the screen. */
export const title = (page: Page, name: string | RegExp): Locator =>
  // A dialog over the screen hides it from a screen reader. A screen that rests has a title of its own.
  page
    .getByRole('heading', { level: 1, name, exact: true, includeHidden: true })
    .and(page.locator('#page-title'));

export async function open(page: Page, name: Section): Promise<void> {
  await section(page, name).click();
  await title(page, name).waitFor();
}

/** A card of the screen, by its heading. */
export const card = (page: Page, name: string | RegExp): Locator => page.getByRole('region', { name });

/** Focuses a control and presses a key: uses it without the mouse. */
export async function press(control: Locator, key: string): Promise<void> {
  await control.focus();
  await control.press(key);
}

/** What was found is done, and has the focus, two frames after the key (components/after-close.ts). */
const twoFrames = (): Promise<unknown> =>
  new Promise((resolve) => {
    requestAnimationFrame(() => requestAnimationFrame(resolve));
  });

/** Searches: Ctrl+K, the words, Enter. */
export async function search(page: Page, words: string): Promise<void> {
  await page.keyboard.press('Control+k');
  await page.getByRole('textbox', { name: 'Cerca persone, servizi' }).fill(words);
  await page.getByRole('option').first().waitFor();
  await page.keyboard.press('Enter');
  await page.evaluate(twoFrames);
}

/** Types the sample account's password into the open dialog and confirms with Enter. */
export async function signIn(page: Page): Promise<void> {
  const dialog = page.getByRole('dialog');
  await dialog.getByLabel('Password').fill(sampleAccount.password);
  await page.keyboard.press('Enter');
  await dialog.waitFor({ state: 'hidden' });
}

/** Ticks the three clauses and confirms. Then the order's screen appears. */
export async function confirmOrder(page: Page): Promise<void> {
  for (const clause of ['Accetto le condizioni', 'Approvo specificamente', 'Ho letto'])
    await press(page.getByRole('checkbox', { name: clause }), ' ');
  await page.getByRole('button', { name: 'Conferma e completa l’ordine' }).click();
  await title(page, 'Ordini').waitFor();
}
