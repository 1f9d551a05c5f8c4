// What happens to a studio's folder while the program runs, seen on the screen.
import { existsSync, readFileSync, readdirSync, renameSync, rmSync, writeFileSync } from 'node:fs';
import { createHash } from 'node:crypto';
import { join } from 'node:path';
import { expect } from '@playwright/test';
import { open, search } from '../../electron/tour/hands.ts';
import { sharedDesk, test } from './desk.ts';

test.describe.configure({ mode: 'serial' });
const desk = sharedDesk({ own: [], alone: true });

/** The messages about files. Each has a button. */
const notices = () =>
  desk.page
    .getByRole('main')
    .getByRole('status')
    .or(desk.page.getByRole('main').getByRole('alert'))
    .filter({ has: desk.page.getByRole('button', { name: 'Ho letto' }) });
/** The band that says why nothing can be saved. */
/** Also while a dialog over the screen hides it from a screen reader. */
const band = () =>
  desk.page.getByRole('main', { includeHidden: true }).getByRole('alert', { includeHidden: true });

async function addPerson(given: string): Promise<void> {
  await search(desk.page, 'nuova persona');
  const dialog = desk.page.getByRole('dialog');
  await dialog.getByLabel('Nome', { exact: true }).fill(given);
  await dialog.getByLabel('Cognome').fill('Prova');
  await dialog.getByLabel('E-mail di servizio').fill(`${given}@studio.example`.toLowerCase());
  await desk.page.keyboard.press('Enter');
}
const added = (given: string) => desk.page.getByText(`Aggiunta al personale: ${given} Prova.`);

async function expectPeople(names: readonly string[]): Promise<void> {
  await open(desk.page, 'Personale');
  for (const name of names)
    await expect(desk.page.getByRole('row').filter({ hasText: `${name} Prova` })).toBeVisible();
}

test('L1: the folder is removed while the program runs: told, and everything is there after a kill', async () => {
  await addPerson('Ada');
  await expect(added('Ada')).toBeVisible();
  rmSync(desk.folder, { recursive: true });
  await addPerson('Eva');
  await expect(added('Eva')).toBeVisible();
  await expect(notices()).toHaveText([
    /un altro programma ha sostituito o tolto il diario.*niente è andato perso/,
  ]);
  await desk.program.kill();
  await desk.start();
  await expectPeople(['Ada', 'Eva']);
  // The next start tells it again: nobody may have read it before the kill.
  await expect(notices()).toHaveCount(1);
  await notices().getByRole('button', { name: 'Ho letto' }).click();
  await expect(notices()).toHaveCount(0);
});

test('a folder that is gone: the band says so, everything can be read, and it heals by itself', async () => {
  const away = `${desk.folder}-away`;
  renameSync(desk.folder, away);
  // A file in its place, so that not even root can make the folder again.
  writeFileSync(desk.folder, '');
  await addPerson('Ivo');
  await expect(band()).toContainText('La cartella dei dati non si trova più: sola lettura.');
  await desk.page.keyboard.press('Escape');
  await desk.page.keyboard.press('Escape');
  await expectPeople(['Ada', 'Eva']);
  rmSync(desk.folder);
  renameSync(away, desk.folder);
  await expect(band()).toHaveCount(0, { timeout: 20_000 });
  await addPerson('Ugo');
  await expect(added('Ugo')).toBeVisible();
  await desk.program.kill();
  await desk.start();
  await expectPeople(['Ada', 'Eva', 'Ugo']);
});

test('L4: a shortened journal: what is missing is said with its numbers and the time of the last change', async () => {
  await addPerson('Pia');
  await expect(added('Pia')).toBeVisible();
  await desk.program.kill();
  for (const name of ['journal-1.changes', 'journal-2.changes']) {
    const file = join(desk.folder, name);
    if (existsSync(file))
      writeFileSync(file, readFileSync(file, 'utf8').split('\n').slice(0, -2).concat('').join('\n'));
  }
  await desk.start();
  await expect(notices().first()).toContainText(
    /Manca 1 modifica confermata \(la n\. \d+\).*L’ultima modifica che c’è è la n\. \d+, delle \d\d:\d\d del \d\d\/\d\d\/\d{4}/,
  );
});

test('L3: a folder of a newer Allinea: said where one chooses a studio, and no file is touched', async () => {
  await desk.stop();
  const document = '{"schemaVersion":99,"seq":1,"tables":{}}';
  const sum = createHash('sha256').update(document).digest('hex');
  writeFileSync(
    join(desk.folder, 'workspace.json'),
    `{"sum":"${sum}","program":"next","version":"9.1.0","document":${document}}`,
  );
  const texts = () =>
    readdirSync(desk.folder).map((name) => `${name} ${readFileSync(join(desk.folder, name), 'utf8')}`);
  const before = texts();
  await desk.start();
  await expect(desk.page.getByRole('heading', { level: 1 })).toBeVisible();
  await expect(
    desk.page.getByText(
      /versione più recente di Allinea \(9\.1\.0\)\. Niente è stato toccato: installa la versione più recente/,
    ),
  ).toBeVisible();
  await desk.page.getByRole('button', { name: /Apri .*Marchetti/ }).click();
  await expect(desk.page.getByText(/Niente è stato toccato/).last()).toBeVisible();
  expect(texts()).toEqual(before);
});
