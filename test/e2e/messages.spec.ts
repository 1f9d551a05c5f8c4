// A short message never lies over the primary button, wherever the page is scrolled to.
import { expect } from '@playwright/test';
import { open } from '../../electron/tour/hands.ts';
import { sharedDesk, test } from './desk.ts';

const desk = sharedDesk();

/** How many of the places to which the page scrolls have a primary button below a message, and above one. */
function places() {
  return desk.page.evaluate(async () => {
    const main = document.querySelector('main');
    const message = document.querySelector('[data-testid="message"]');
    if (main === null || message === null) throw new Error('Nothing to look at');
    const frame = () => new Promise((done) => requestAnimationFrame(() => requestAnimationFrame(done)));
    const found = { covered: 0, low: 0 };
    for (let top = 0; top <= main.scrollHeight - main.clientHeight; top += 30) {
      main.scrollTo(0, top);
      await frame();
      const m = message.getBoundingClientRect();
      for (const button of document.querySelectorAll('[data-primary]')) {
        if (button.closest('[data-resting]') !== null) continue;
        const b = button.getBoundingClientRect();
        const low = b.bottom > m.top && b.top < m.bottom;
        found.low += Number(low);
        found.covered += Number(low && b.right > m.left && b.left < m.right);
      }
    }
    return found;
  });
}

test('a message gives way to the primary button, and lies at the right otherwise', async () => {
  const { page } = desk;
  await open(page, 'Ordini');
  await page.setViewportSize({ width: 1440, height: 640 });
  await page.getByRole('button', { name: 'Copia IBAN' }).click();
  const message = page.getByTestId('message');
  await expect(message).toBeVisible();
  const { covered, low } = await places();
  expect(low).toBeGreaterThan(0);
  expect(covered).toBe(0);
  await open(page, 'Servizi');
  const box = await message.boundingBox();
  expect((box?.x ?? 0) + (box?.width ?? 0)).toBeGreaterThan(1300);
});
