// Hints: one line the first time that a screen is open, and never again, unless somebody asks for them.
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect } from '@playwright/test';
import { open, search } from '../../electron/tour/hands.ts';
import { sharedDesk, submit, test } from './desk.ts';
import { looksRight, usual } from './looks-right.ts';
import { rowsOf } from './rows.ts';

const hint = (desk: { readonly page: import('playwright-core').Page }) =>
  desk.page.getByRole('note', { name: 'Suggerimento' });

test.describe('a fresh studio', () => {
  const desk = sharedDesk();

  test('each screen says one line the first time, and not the second', async () => {
    const { page } = desk;
    await expect(hint(desk)).toContainText('Ctrl+Invio');
    await page.setViewportSize(usual);
    await looksRight(page, 'Suggerimento');
    await open(page, 'Rinnovi');
    await expect(hint(desk)).toContainText('data comune');
    await open(page, 'Stato servizio');
    await expect(hint(desk)).toHaveCount(0);
  });

  test('“Ho capito” closes it, the keyboard goes on, and a restart does not bring it back', async () => {
    const { page } = desk;
    await open(page, 'Personale');
    await hint(desk).getByRole('button', { name: 'Ho capito' }).press('Enter');
    await expect(hint(desk)).toHaveCount(0);
    await expect(page.locator('#page-title')).toBeFocused();
    await desk.restart();
    await expect(desk.page.getByRole('heading', { level: 1, name: 'Personale' })).toBeVisible();
    await expect(hint(desk)).toHaveCount(0);
    await open(desk.page, 'Servizi');
    await expect(hint(desk)).toContainText('Ctrl+K');
  });

  test('Impostazioni shows them again', async () => {
    const { page } = desk;
    await open(page, 'Impostazioni');
    await page.getByRole('button', { name: 'Mostra di nuovo i suggerimenti' }).click();
    await open(page, 'Personale');
    await expect(hint(desk)).toBeVisible();
  });

  test('a term of the cart says what it means and who says so', async () => {
    const { page } = desk;
    await search(page, 'aggiungi serra');
    await page.getByRole('button', { name: 'Che cosa vuol dire: Estensione servizi attivi' }).press('Enter');
    const help = page.getByRole('dialog', { name: 'Estensione servizi attivi' });
    await expect(help).toContainText('solo i mesi che mancano');
    await expect(help).toContainText('Fonte: guida di Aruba');
    await page.keyboard.press('Escape');
    await expect(help).toHaveCount(0);
  });
});

test.describe('a studio in which somebody has worked', () => {
  const desk = sharedDesk();

  test('opened on a computer that knows nothing of it, it has no hints', async () => {
    const { page } = desk;
    const serviceId = (await rowsOf(page)).find(({ table }) => table === 'services')?.id;
    await submit(page, { type: 'cart/open', serviceId });
    await page.evaluate(() => {
      const { allinea } = globalThis as unknown as {
        readonly allinea: { call(name: string, payload: unknown): Promise<unknown> };
      };
      return allinea.call('window/keep', { text: 'nothing that can be read' });
    });
    await page.reload();
    await expect(page.getByRole('heading', { level: 1, name: 'Stato servizio' })).toBeVisible();
    await open(page, 'Servizi');
    // A hint comes a moment after its screen: what is kept says that none will.
    await expect
      .poll(() => readFileSync(join(desk.folder, 'screen.json'), 'utf8'))
      .toMatch(/services.*\\"hints\\":\[\]/);
    await expect(hint(desk)).toHaveCount(0);
  });
});
