// Who works with a studio, and two computers on one folder: one writes, the other one reads (rule J6). The
// other computer is played by this test: it keeps the card of the folder counting.
import { createHash } from 'node:crypto';
import { mkdtempSync, readFileSync, readdirSync, renameSync, rmSync, writeFileSync } from 'node:fs';
import { rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { expect, test } from '@playwright/test';
import type { Page } from 'playwright-core';
import { addMonths, romeDay } from '../../core/kernel/day.ts';
import { open, title } from '../../electron/tour/hands.ts';
import { startProgram, type Program } from '../../electron/tour/program.ts';
import { axeFindings } from './axe.ts';
import { submit } from './desk.ts';

test.describe.configure({ mode: 'serial' });

const launcher = fileURLToPath(new URL('../../out/main/launch.mjs', import.meta.url));
const dataFolder = mkdtempSync(join(tmpdir(), 'allinea-operators-'));
const studioFolder = join(dataFolder, 'studi', 'studio-marchetti');
const today = romeDay(Date.now());
let program: Program;

const page = (): Page => program.page;
const start = async (): Promise<void> => {
  program = await startProgram({ launcher, dataFolder, studio: null });
};
const axe = async (): Promise<void> => {
  expect(await axeFindings(page())).toEqual([]);
};

/** The other computer: writes its card every second until it stops. */
function otherComputer() {
  let count = 0;
  const write = (): void => {
    count += 1;
    const card = {
      computer: { id: 'other', name: 'PC-ANNA' },
      process: '1 1',
      operator: 'Anna Ferri',
      since: Date.now(),
      count,
    };
    writeFileSync(join(dataFolder, 'in-uso.next'), JSON.stringify(card));
    renameSync(join(dataFolder, 'in-uso.next'), join(dataFolder, 'in-uso.json'));
  };
  write();
  const timer = setInterval(write, 1000);
  return {
    close: () => {
      clearInterval(timer);
      rmSync(join(dataFolder, 'in-uso.json'));
    },
  };
}

/** Name and content of each file, the content as a digest. */
const filesOf = (folder: string): unknown =>
  readdirSync(folder).map((name) => [
    name,
    createHash('sha256')
      .update(readFileSync(join(folder, name)))
      .digest('hex'),
  ]);

test.beforeAll(start);
test.afterAll(async () => {
  await program.stop();
  await rm(dataFolder, { recursive: true, force: true, maxRetries: 20, retryDelay: 50 });
});

test('who begins with a studio is named in the bar and beside what is recorded', async () => {
  await page().getByRole('textbox', { name: 'Nome dello studio' }).fill('Studio Marchetti');
  await page().getByRole('textbox', { name: 'Il tuo nome' }).fill('Maria Bassi');
  await page().keyboard.press('Enter');
  await expect(title(page(), 'I servizi che segui')).toBeVisible();
  await expect(page().getByRole('button', { name: /Studio Marchetti/ })).toContainText('Maria Bassi');
  expect(JSON.parse(readFileSync(join(dataFolder, 'in-uso.json'), 'utf8'))).toMatchObject({
    operator: 'Maria Bassi',
  });
  await submit(page(), {
    type: 'register/record',
    asOf: today,
    entries: [
      {
        about: null,
        details: {
          holder: 'Officine Rossi srl',
          vatCode: '01234560512',
          kind: 'e-invoicing',
          expiry: addMonths(today, 5),
          users: [{ quantity: 2, expiry: null }],
        },
        source: { kind: 'typed' },
        evidence: {},
      },
    ],
  });
  await open(page(), 'Servizi');
  await page().getByRole('button', { name: 'Gestisci' }).click();
  await expect(
    page()
      .getByText(/scritto a mano.*, Maria Bassi/i)
      .first(),
  ).toBeVisible();
});

test('another person at the same computer says so, and the history names them from then on', async () => {
  await page()
    .getByRole('button', { name: /Studio Marchetti/ })
    .click();
  const dialog = page().getByRole('dialog', { name: 'Chi sei?' });
  await expect(dialog.getByRole('textbox', { name: 'Il tuo nome' })).toHaveValue('Maria Bassi');
  await axe();
  await dialog.getByRole('textbox', { name: 'Il tuo nome' }).fill('Luca Neri');
  await page().keyboard.press('Enter');
  await expect(page().getByText('Da ora lo storico dice Luca Neri.')).toBeVisible();
  await expect(page().getByRole('button', { name: /Studio Marchetti/ })).toContainText('Luca Neri');
  await page().getByRole('button', { name: 'Correggi: Intestatario' }).click();
  await page().getByRole('textbox', { name: 'Intestatario' }).fill('Officine Rossi spa');
  await page().getByRole('textbox', { name: 'Perché era sbagliato' }).fill('nuova forma');
  await page().keyboard.press('Enter');
  await expect(
    page()
      .getByText(/, Luca Neri/)
      .first(),
  ).toBeVisible();
  await expect(page().getByText(/Prima: Officine Rossi srl.*Maria Bassi/)).toBeVisible();
});

test('while another computer has the folder, this one reads it and touches nothing', async () => {
  expect(await program.stop()).toBe(0);
  const other = otherComputer();
  const before = filesOf(studioFolder);
  await start();
  await expect(page().getByRole('status').filter({ hasText: 'Sola lettura.' })).toContainText(
    'Lo studio è aperto su PC-ANNA da Anna Ferri',
  );
  await open(page(), 'Servizi');
  await expect(page().getByText('Officine Rossi spa').filter({ visible: true }).first()).toBeVisible();
  await axe();
  // What changes the studio is refused with a reason.
  await open(page(), 'Personale');
  await page().getByRole('button', { name: 'Nuova persona' }).first().click();
  await page().getByRole('textbox', { name: 'Nome', exact: true }).fill('Anna');
  await page().getByRole('textbox', { name: 'Cognome' }).fill('Ferri');
  await page().getByRole('textbox', { name: 'E-mail' }).fill('a.ferri@studiomarchetti.it');
  await page().keyboard.press('Enter');
  await expect(page().getByText(/qui si può solo leggere\. Nulla è stato cambiato/)).toBeVisible();
  await page().keyboard.press('Escape');
  expect(filesOf(studioFolder)).toEqual(before);
  // Reading again shows the studio again, still without writing.
  const again = page().waitForEvent('load');
  await page().getByRole('button', { name: 'Rileggi ora' }).click();
  await again;
  await expect(page().getByRole('status').filter({ hasText: 'Sola lettura.' })).toBeVisible();
  expect(filesOf(studioFolder)).toEqual(before);
  other.close();
  // By itself, without a restart.
  await expect(page().getByRole('button', { name: /Studio Marchetti/ })).toBeEnabled({ timeout: 25_000 });
  await expect(page().getByText('Sola lettura.')).toHaveCount(0);
  await page()
    .getByRole('button', { name: /Studio Marchetti/ })
    .click();
  await page().getByRole('textbox', { name: 'Il tuo nome' }).fill('Maria Bassi');
  await page().keyboard.press('Enter');
  await expect(page().getByText('Da ora lo storico dice Maria Bassi.')).toBeVisible();
  expect(filesOf(studioFolder)).not.toEqual(before);
});

test('a computer whose folder was taken while it slept never writes, and says who has it', async () => {
  const other = otherComputer();
  const before = filesOf(studioFolder);
  await expect(page().getByRole('status').filter({ hasText: 'Sola lettura.' })).toContainText('PC-ANNA', {
    timeout: 25_000,
  });
  expect(filesOf(studioFolder)).toEqual(before);
  other.close();
  await expect(page().getByText('Sola lettura.')).toHaveCount(0, { timeout: 25_000 });
});
