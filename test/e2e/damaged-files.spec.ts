import { readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect } from '@playwright/test';
import { open, search, signIn } from '../../electron/tour/hands.ts';
import { sharedDesk, test } from './desk.ts';

test.describe.configure({ mode: 'serial' });
const desk = sharedDesk({ alone: true });

const garbage = '{"document": {"people": [half a fi';
/** The messages about files at the start. Each has a button. */
const notices = () =>
  desk.page
    .getByRole('main')
    .getByRole('status')
    .filter({ has: desk.page.getByRole('button', { name: 'Ho letto' }) });

/** Closes Allinea, damages its files and opens it again. */
async function spoil(files: Readonly<Record<string, string>>): Promise<void> {
  await desk.stop();
  for (const [name, content] of Object.entries(files)) writeFileSync(join(desk.folder, name), content);
  await desk.start();
}

/** The copy of a file that was put aside. It has the bytes that were on disk. */
const asideOf = (name: string): readonly string[] =>
  readdirSync(desk.folder)
    .filter((file) => file.startsWith(`${name}.damaged-`))
    .map((file) => readFileSync(join(desk.folder, file), 'utf8'));

async function addPerson(given: string, family: string): Promise<void> {
  await search(desk.page, 'nuova persona');
  const dialog = desk.page.getByRole('dialog');
  await dialog.getByLabel('Nome', { exact: true }).fill(given);
  await dialog.getByLabel('Cognome').fill(family);
  await dialog
    .getByLabel('E-mail di servizio')
    .fill(`${given}.${family}@studiobianchi.example`.toLowerCase());
  await desk.page.keyboard.press('Enter');
  await expect(desk.page.getByText(`Aggiunta al personale: ${given} ${family}.`)).toBeVisible();
}

test('an unreadable workspace: the copy before it is opened, the file is put aside, the sentence says so', async () => {
  await addPerson('Ada', 'Prima');
  await desk.restart();
  await addPerson('Eva', 'Seconda');
  await spoil({ 'workspace.json': garbage });
  await expect(notices()).toHaveText([
    /^Il file dei dati dello studio non era leggibile\. È stato messo da parte \(workspace\.damaged-[^)]+\.json\) e i dati sono stati ripresi dalla copia precedente e dal diario: controlla le ultime modifiche\.Ho letto$/,
  ]);
  expect(asideOf('workspace')).toEqual([garbage]);
  await open(desk.page, 'Personale');
  await expect(
    desk.page
      .getByRole('row')
      .filter({ hasText: 'Ada Prima' })
      .or(desk.page.getByRole('button', { name: /^Tutti 3[456]$/ }))
      .first(),
  ).toBeVisible();
  await desk.page.getByRole('searchbox').fill('prima');
  await expect(
    desk.page.getByRole('row').filter({ hasText: 'ada.prima@studiobianchi.example' }),
  ).toBeVisible();
  await desk.page.getByRole('button', { name: 'Ho letto' }).click();
  await expect(notices()).toHaveCount(0);
});

test('after that, work is saved again and nothing more is told', async () => {
  await addPerson('Ivo', 'Terzo');
  await desk.restart();
  await expect(notices()).toHaveCount(0);
  await open(desk.page, 'Personale');
  await desk.page.getByRole('searchbox').fill('terzo');
  await expect(
    desk.page.getByRole('row').filter({ hasText: 'ivo.terzo@studiobianchi.example' }),
  ).toBeVisible();
});

test('journal, copy of Aruba’s data and simulator unreadable: three sentences, three files put aside, the people still there', async () => {
  await spoil({
    'journal-1.changes': 'not json at all\n',
    'replica.json': '{"document":{"schemaVersion":"old"}}',
    'simulator.json': '',
  });
  await expect(notices()).toHaveCount(3);
  await expect(
    notices().filter({
      hasText:
        /^Il diario delle ultime modifiche non era leggibile per intero\. È stato messo da parte \(journal-1\.changes\.damaged-/,
    }),
  ).toBeVisible();
  await expect(
    notices().filter({
      hasText:
        /^La copia locale dei dati Aruba non era leggibile \(replica\.damaged-.*: dopo l’accesso viene riletta da Aruba\.Ho letto$/,
    }),
  ).toBeVisible();
  await expect(
    notices().filter({ hasText: /^I dati del simulatore non erano leggibili \(simulator\.damaged-/ }),
  ).toBeVisible();
  expect(asideOf('journal-1.changes')).toEqual(['not json at all\n']);
  expect(asideOf('replica')).toEqual(['{"document":{"schemaVersion":"old"}}']);
  expect(asideOf('simulator')).toEqual(['']);
  await open(desk.page, 'Stato servizio');
  await expect(desk.page.getByRole('heading', { name: 'Nessun servizio ancora' })).toBeVisible();
  await desk.page.getByRole('banner').getByRole('button', { name: 'Accedi' }).click();
  await signIn(desk.page);
  await expect(desk.page.getByText(/^12 servizi seguiti, 31 utenti aggiuntivi$/)).toBeVisible();
  await desk.restart();
  await expect(notices()).toHaveCount(0);
  await open(desk.page, 'Personale');
  await desk.page.getByRole('searchbox').fill('terzo');
  await expect(
    desk.page.getByRole('row').filter({ hasText: 'ivo.terzo@studiobianchi.example' }),
  ).toBeVisible();
});

test('a copy of Aruba’s data that is gone: told at every start until it has been read again', async () => {
  await desk.stop();
  rmSync(join(desk.folder, 'replica.json'));
  await desk.start();
  const sentence =
    'La copia locale dei dati Aruba manca o non è leggibile: dopo l’accesso viene riletta da Aruba.Ho letto';
  await expect(notices()).toHaveText([sentence]);
  await desk.restart();
  await expect(notices()).toHaveText([sentence]);
  await desk.page.getByRole('banner').getByRole('button', { name: 'Accedi' }).click();
  await signIn(desk.page);
  await open(desk.page, 'Stato servizio');
  await expect(desk.page.getByText(/^12 servizi seguiti/)).toBeVisible();
  await desk.restart();
  await expect(notices()).toHaveCount(0);
});

test('workspace and its copy both unreadable: told, both kept, and nobody pretends that it is a first start', async () => {
  await spoil({ 'workspace.json': garbage, 'workspace-backup.json': garbage });
  await expect(notices().first()).toHaveText(
    /^Il file dei dati dello studio non era leggibile e non c’era una copia\. È stato messo da parte \(workspace\.damaged-[^)]+\.json\): niente è stato cancellato\.Ho letto$/,
  );
  expect(asideOf('workspace')).toEqual([garbage, garbage]);
  expect(asideOf('workspace-backup')).toEqual([garbage]);
  await open(desk.page, 'Personale');
  await expect(desk.page.getByRole('heading', { name: 'Nessuna persona ancora' })).toBeVisible();
});
