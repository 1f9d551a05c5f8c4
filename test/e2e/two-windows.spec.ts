import { expect, type Page } from '@playwright/test';
import { totals } from '../../electron/tour/check.ts';
import { card, open, press, search, signIn, title } from '../../electron/tour/hands.ts';
import { axeFindings } from './axe.ts';
import { sharedDesk, test } from './desk.ts';

// One person and one desk with two windows.
test.describe.configure({ mode: 'serial' });
const desk = sharedDesk({ alone: true });
const studio = 'Studio Bianchi e Associati';
let second: Page;

/** The window that `ask` opens, once it shows something. */
async function openedBy(from: Page, ask: () => Promise<unknown>): Promise<Page> {
  const [page] = await Promise.all([from.context().waitForEvent('page'), ask()]);
  page.setDefaultTimeout(10_000);
  await page.locator('#page-title').waitFor();
  return page;
}

const windows = (): readonly Page[] => [desk.page, second];
const quantity = (page: Page) => page.getByRole('textbox', { name: 'Quantità di utenti aggiuntivi' });
const toast = (page: Page, text: string | RegExp) =>
  page.getByRole('region', { name: 'Messaggi' }).getByText(text);

/** Saves pictures, if a person asked for them. */
async function picture(name: string): Promise<void> {
  const folder = process.env['ALLINEA_PICTURES'];
  if (folder === undefined) return;
  for (const [index, page] of windows().entries())
    await page.screenshot({ path: `${folder}/windows-${name}-${index + 1}.png` });
}

async function addPerson(page: Page, given: string, family: string): Promise<void> {
  await search(page, 'nuova persona');
  const dialog = page.getByRole('dialog');
  await dialog.getByLabel('Nome', { exact: true }).fill(given);
  await dialog.getByLabel('Cognome').fill(family);
  await dialog
    .getByLabel('E-mail di servizio')
    .fill(`${given}.${family}@studiobianchi.example`.toLowerCase());
  await dialog.getByRole('button', { name: 'Salva' }).click();
  await dialog.waitFor({ state: 'hidden' });
}

test('Ctrl+Shift+N opens one more window, a step beside, on the same data and with a screen of its own', async () => {
  const { page } = desk;
  await open(page, 'Personale');
  second = await openedBy(page, () => page.keyboard.press('Control+Shift+N'));
  await expect(title(second, 'Personale')).toBeVisible();
  await expect(second.getByRole('button', { name: 'Tutti 34' })).toBeVisible();
  await open(second, 'Carrello');
  await expect(title(page, 'Personale')).toBeVisible();
  const corner = (at: Page) => at.evaluate(() => [screenX, screenY]);
  expect(await corner(second)).not.toEqual(await corner(page));
  expect(await second.evaluate(() => window.opener === null)).toBe(true);
  // No page may open a window. The stand-in closes it at once, which is checked again below.
  await second.evaluate(() => void window.open('about:blank'));
});

test('the new window has the limits of the first: it goes nowhere else, and no permission is granted', async () => {
  for (const at of windows()) {
    const before = at.url();
    await at.evaluate(() => location.assign('https://evil.example/'));
    expect(
      await at.evaluate(async () => (await navigator.permissions.query({ name: 'geolocation' })).state),
    ).toBe('denied');
    expect(at.url()).toBe(before);
    await expect(at.locator('#page-title')).toBeVisible();
  }
});

test('a person who is added in one window is in the other', async () => {
  const { page } = desk;
  for (const at of windows()) await at.evaluate(() => Reflect.set(globalThis, 'neverLoaded', true));
  await addPerson(second, 'Tea', 'Gemella');
  await expect(toast(second, 'Aggiunta al personale: Tea Gemella.')).toBeVisible();
  await expect(page.getByRole('button', { name: 'Tutti 35' })).toBeVisible();
  await page.getByRole('searchbox').fill('gemella');
  await expect(page.getByRole('row').filter({ hasText: 'tea.gemella@studiobianchi.example' })).toBeVisible();
  await picture('person');
});

test('Ctrl+Z in the other window takes it back in both; no window offers to take back what the other did', async () => {
  const { page } = desk;
  const offer = second.getByRole('button', { name: 'Annulla l’operazione' });
  await expect(offer).toBeVisible();
  await page.locator('#page-title').focus();
  await page.keyboard.press('Control+z');
  await expect(toast(page, 'Annullato: persona aggiunta, Tea Gemella.')).toBeVisible();
  await page.getByRole('searchbox').fill('');
  for (const at of windows()) {
    await open(at, 'Personale');
    await expect(at.getByRole('button', { name: 'Tutti 34' })).toBeVisible();
  }
  await expect(offer).toBeHidden();
  await addPerson(second, 'Ada', 'Prima');
  await expect(offer).toBeVisible();
  await addPerson(page, 'Bea', 'Dopo');
  await expect(second.getByRole('button', { name: 'Tutti 36' })).toBeVisible();
  await expect(offer).toBeHidden();
});

test('a quantity that is changed in one window is in the other, to the cent, and the other way round', async () => {
  const { page } = desk;
  await open(page, 'Stato servizio');
  await page.getByRole('button', { name: `Aggiungi: ${studio}` }).click();
  await expect.poll(() => totals(page)).toBe('58,19 + 12,80 = 70,99');
  await open(second, 'Carrello');
  await quantity(page).fill('5');
  await quantity(page).press('Enter');
  await expect(quantity(second)).toHaveValue('5');
  for (const at of windows()) await expect.poll(() => totals(at)).toBe('72,89 + 16,04 = 88,93');
  await picture('quantity');
  await quantity(second).fill('2');
  await quantity(second).press('Enter');
  await expect(quantity(page)).toHaveValue('2');
  for (const at of windows()) await expect.poll(() => totals(at)).toBe('58,19 + 12,80 = 70,99');
});

test('no page was loaded for all that', async () => {
  for (const at of windows())
    expect(await at.evaluate(() => Reflect.get(globalThis, 'neverLoaded'))).toBe(true);
});

test('axe finds nothing in either window, and there are two', async () => {
  expect(desk.page.context().pages()).toHaveLength(2);
  for (const at of windows()) {
    expect(await axeFindings(at)).toEqual([]);
  }
});

test('a half filled order form is the same in both, and each has a dialog of its own', async () => {
  const { page } = desk;
  for (const at of windows()) {
    await at.getByRole('button', { name: 'Prosegui e completa l’ordine' }).click();
    await title(at, 'Modulo d’ordine').waitFor();
  }
  await page.getByLabel('Ragione sociale').fill('Studio Bianchi, sede di Arezzo');
  await expect(second.getByLabel('Ragione sociale')).toHaveValue('Studio Bianchi, sede di Arezzo');
  await page.keyboard.press('Control+k');
  await expect(page.getByRole('textbox', { name: 'Cerca persone, servizi' })).toBeFocused();
  await expect(second.getByRole('dialog')).toHaveCount(0);
  await page.keyboard.press('Escape');
});

test('after a sign-in in one window, the other no longer asks for one', async () => {
  const { page } = desk;
  for (const at of windows()) {
    await at.getByRole('banner').getByRole('button', { name: 'Accedi' }).click();
    await at.getByRole('dialog').waitFor();
  }
  await signIn(page);
  await expect(second.getByRole('dialog')).toHaveCount(0);
  for (const at of windows()) await expect(at.getByText(/^Sincronizzato oggi alle/)).toBeVisible();
});

test('confirmed in both in the same moment, it is one order; the window that comes second is told calmly where it is', async () => {
  const { page } = desk;
  const confirm = 'Conferma e completa l’ordine';
  for (const at of windows()) for (const box of await at.getByRole('checkbox').all()) await press(box, ' ');
  await expect(second.getByRole('button', { name: confirm })).toBeEnabled();
  // The second window is busy and has not heard of the first. Its press comes before the waiting events.
  await second.getByRole('button', { name: confirm }).evaluate((button: HTMLButtonElement) => {
    setTimeout(() => {
      const until = performance.now() + 2000;
      while (performance.now() < until);
      button.click();
    }, 0);
  });
  await page.getByRole('button', { name: confirm }).click();
  await title(page, 'Ordini').waitFor();
  await expect(toast(second, /^Questo carrello non c’è più: forse è già un ordine/)).toBeVisible();
  await picture('confirmed');
  for (const at of windows()) {
    await open(at, 'Ordini');
    await expect(card(at, 'Elenco ordini').locator('tbody tr').filter({ hasText: studio })).toHaveText([
      /^\d{8}.*70,99.*Attesa pagamento$/,
    ]);
  }
  await open(second, 'Simulatore Aruba');
  await expect(
    card(second, 'Ordini ricevuti da Aruba').locator('tbody tr').filter({ hasText: studio }),
  ).toHaveCount(1);
});

test('both add people as fast as they can while a third window opens: all three show the same', async () => {
  const { page } = desk;
  const many = (at: Page, family: string) =>
    at.evaluate(async (familyName) => {
      for (let index = 0; index < 20; index += 1) {
        const details = {
          givenName: `P${index}`,
          familyName,
          email: `p${index}.${familyName}@x.it`.toLowerCase(),
          department: '',
          start: null,
          end: null,
        };
        await window.allinea.call('command/submit', { type: 'person/add', details });
      }
    }, family);
  const third = await openedBy(page, () =>
    Promise.all([page.keyboard.press('Control+Shift+N'), many(page, 'Rossi'), many(second, 'Verdi')]),
  );
  for (const at of [...windows(), third]) {
    await open(at, 'Personale');
    await expect(at.getByRole('button', { name: 'Tutti 76' })).toBeVisible();
  }
  await third.close();
});

test('the first window is closed: the second works on, opens another from the palette, and the last one ends the program', async () => {
  const { page } = desk;
  const browser = second.context().browser();
  await page.close();
  await addPerson(second, 'Rita', 'Resta');
  await open(second, 'Personale');
  await expect(second.getByRole('button', { name: 'Tutti 77' })).toBeVisible();
  const third = await openedBy(second, () => search(second, 'nuova finestra'));
  await expect(third.getByRole('button', { name: 'Tutti 77' })).toBeVisible();
  await third.keyboard.press('Control+z');
  await expect(second.getByRole('button', { name: 'Tutti 76' })).toBeVisible();
  await third.close();
  await open(second, 'Ordini');
  const gone = new Promise((resolve) => browser?.once('disconnected', resolve));
  await second.close();
  await gone;
  await desk.restart();
  await open(desk.page, 'Personale');
  await expect(desk.page.getByRole('button', { name: 'Tutti 76' })).toBeVisible();
});
