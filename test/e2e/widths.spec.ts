import { expect, test } from '@playwright/test';
import { open, search, title } from '../../electron/tour/hands.ts';
import { sharedDesk } from './desk.ts';
import { chooseFile, csv, sample } from './staff-files.ts';

// Nothing is cut: a small screen, the usual one, and the usual one at 200 % (half of its CSS pixels).
const desk = sharedDesk();

const sizes = [
  { width: 1024, height: 640 },
  { width: 1440, height: 900 },
  { width: 720, height: 450 },
] as const;

/** The main screens, and how a person gets there. */
const screens: Readonly<Record<string, () => Promise<void>>> = {
  'Stato servizio': () => open(desk.page, 'Stato servizio'),
  Personale: async () => {
    await open(desk.page, 'Personale');
    await desk.page.getByRole('row').filter({ hasText: 'Anna Ferri' }).click();
  },
  Matrice: async () => {
    await search(desk.page, 'persone e servizi');
    await desk.page.getByRole('grid', { name: 'Persone e servizi' }).waitFor();
  },
  Importa: () => chooseFile(desk.page, sample('paghe-windows1252.csv')),
  'Colonne non usate': () =>
    chooseFile(
      desk.page,
      csv('Cognome;Nome;E-mail;Note interne;Cod. gest.\nNuova;Lia;l.nuova@x.it;Paghe;77\n', 'note.csv'),
    ),
  Servizi: () => open(desk.page, 'Servizi'),
  Gestisci: () => search(desk.page, 'Logistica Adriatica'),
  'Nuovo servizio': async () => {
    await search(desk.page, 'nuovo servizio');
    await title(desk.page, 'Nuovo servizio per un cliente').waitFor();
  },
  Carrello: async () => {
    await open(desk.page, 'Stato servizio');
    await desk.page.getByRole('button', { name: 'Aggiungi: Officine Rossi srl' }).click();
    await title(desk.page, 'Carrello').waitFor();
    await open(desk.page, 'Stato servizio');
    await desk.page.getByRole('button', { name: 'Aggiungi: Studio Bianchi e Associati' }).click();
    await title(desk.page, 'Carrello').waitFor();
  },
  'Modulo d’ordine': async () => {
    await desk.page.getByRole('button', { name: 'Prosegui e completa l’ordine' }).click();
    await title(desk.page, 'Modulo d’ordine').waitFor();
  },
  Ordini: () => open(desk.page, 'Ordini'),
  Preventivo: async () => {
    await search(desk.page, 'bianchi e associati');
    await desk.page.getByRole('button', { name: 'Fai un preventivo…' }).click();
    await desk.page.getByRole('button', { name: 'Prepara la bozza' }).click();
    await title(desk.page, 'Bozza di preventivo').waitFor();
  },
  Preventivi: () => open(desk.page, 'Preventivi'),
  Rinnovi: () => open(desk.page, 'Rinnovi'),
  'Rinnovi in tabella': async () => {
    await desk.page.getByRole('button', { name: 'Tabella' }).click();
    await desk.page.getByRole('table', { name: 'Scadenze di tutti i servizi' }).waitFor();
  },
  'Sessione di rinnovi': async () => {
    await desk.page.getByRole('button', { name: 'Linea del tempo' }).click();
    await desk.page.getByRole('button', { name: /^Prepara la sessione/ }).click();
    await title(desk.page, 'Sessione di rinnovi').waitFor();
  },
  'Storico utenti': () => open(desk.page, 'Storico utenti'),
  'Listino e regole': () => open(desk.page, 'Listino e regole'),
  Impostazioni: () => open(desk.page, 'Impostazioni'),
  'Simulatore Aruba': () => open(desk.page, 'Simulatore Aruba'),
};

/**
 * What cannot be seen whole: an element that reaches out of the window or of the part that shows it, and two
 * elements of the top bar that overlap. Left out is what scrolls sideways on purpose: the time line, the bars
 * of months, the matrix, the days of the renewals in a narrow window; text that ends in dots; long input.
 */
function cut(): readonly string[] {
  const found: string[] = [];
  const named = (element: Element): string =>
    `${element.tagName.toLowerCase()}.${[...element.classList].join('.')} “${(element.textContent ?? '').trim().slice(0, 40)}”`;
  const days = '.renewals-table tr > :not(:first-child, :last-child)';
  const scrolls = `.timeline-scroll, .month-bars, .matrix, .scenarios${window.innerWidth < 1280 ? `, ${days}` : ''}`;
  const look = 'button, a, input, select, textarea, td, th, h1, h2, p, dt, dd, label, .badge, .banner, .card';
  for (const element of document.querySelectorAll(look)) {
    if (!element.checkVisibility() || element.closest(scrolls) !== null) continue;
    if (element.closest('[data-react-aria-hidden], [aria-hidden="true"]') !== null) continue;
    const { left, right, width } = element.getBoundingClientRect();
    if (width <= 1) continue;
    let [from, to] = [0, window.innerWidth];
    let hidden = false;
    for (let around = element.parentElement; around !== null; around = around.parentElement) {
      if (getComputedStyle(around).overflowX === 'visible') continue;
      const box = around.getBoundingClientRect();
      // The real input of a drawn control: for the keyboard and screen readers alone.
      hidden ||= box.width <= 1;
      from = Math.max(from, box.left);
      to = Math.min(to, box.right);
    }
    if (hidden) continue;
    const out = Math.max(from - left, right - to);
    if (out > 1) found.push(`${named(element)}: ${Math.round(out)} px out`);
    const { overflowX, textOverflow } = getComputedStyle(element);
    if (
      element.tagName !== 'INPUT' &&
      overflowX !== 'visible' &&
      textOverflow !== 'ellipsis' &&
      element.scrollWidth > element.clientWidth + 1
    )
      found.push(
        `${named(element)}: holds ${element.scrollWidth - element.clientWidth} px more than it shows`,
      );
  }
  const head = document.querySelector('.topbar')?.getBoundingClientRect();
  const bar = [...document.querySelectorAll('.topbar > *, .topbar-end > *')].filter((one) =>
    one.checkVisibility(),
  );
  for (const [index, one] of bar.entries()) {
    const { top, bottom } = one.getBoundingClientRect();
    if (head !== undefined && (top < head.top - 1 || bottom > head.bottom + 1))
      found.push(`${named(one)} is higher than the top bar`);
    for (const other of bar.slice(index + 1)) {
      if (one.contains(other) || other.contains(one)) continue;
      const [a, b] = [one.getBoundingClientRect(), other.getBoundingClientRect()];
      if (Math.min(a.right, b.right) - Math.max(a.left, b.left) > 1)
        found.push(`${named(one)} overlaps ${named(other)}`);
    }
  }
  return found;
}

for (const { width, height } of sizes)
  test(`nothing is cut at ${width} x ${height}`, async () => {
    test.setTimeout(120_000);
    const { page } = desk;
    for (const [name, show] of Object.entries(screens)) {
      // Screens are opened at the usual size, so that getting there needs nothing of what is measured.
      await page.setViewportSize({ width: 1440, height: 900 });
      await show();
      await page.setViewportSize({ width, height });
      await page.evaluate(
        () => new Promise((done) => requestAnimationFrame(() => requestAnimationFrame(done))),
      );
      expect.soft(await page.evaluate(cut), name).toEqual([]);
      const folder = process.env['ALLINEA_PICTURES'];
      if (folder !== undefined)
        await page.screenshot({ path: `${folder}/${width}-${name.replaceAll(/\W+/g, '-')}.png` });
    }
  });
