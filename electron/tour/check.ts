// Looking at the screen with an expectation: what is not as it should be ends the tour, with both sides in
// one sentence.
import type { Locator, Page } from 'playwright-core';

const patienceMs = 10_000;
const againMs = 50;

/** What was expected and what was there, in Italian: it is printed. */
export class Mismatch extends Error {
  override readonly name = 'Mismatch';
}

/** Waits until `read` gives exactly `expected`. */
export async function shows(what: string, expected: string, read: () => Promise<string>): Promise<void> {
  const until = Date.now() + patienceMs;
  for (;;) {
    const found = await read().catch(
      (problem: unknown) => `(${problem instanceof Error ? problem.name : 'niente'})`,
    );
    if (found === expected) return;
    if (Date.now() > until) throw new Mismatch(`${what}: atteso «${expected}», trovato «${found}»`);
    await new Promise((resolve) => setTimeout(resolve, againMs));
  }
}

/** Waits until it can be seen. */
export async function sees(what: string, locator: Locator): Promise<void> {
  try {
    await locator.first().waitFor({ state: 'visible', timeout: patienceMs });
  } catch {
    throw new Mismatch(`${what}: atteso sullo schermo, non c’è`);
  }
}

const plain = (text: string): string => text.replaceAll(/\s+/g, ' ').trim();

/** The text as people read it: one space where the page has breaks or spaces that do not break. */
export const textOf = async (locator: Locator): Promise<string> =>
  plain(await locator.first().innerText({ timeout: 2000 }));

/** "58,19 + 12,80 = 70,99", from the totals on the screen. */
export async function totals(page: Page): Promise<string> {
  const rows = await page.locator('.totals > div').allInnerTexts();
  const amount = (label: string): string => {
    const row = rows.map(plain).find((text) => text.startsWith(label));
    return /([\d.]+,\d\d) €$/.exec(row ?? '')?.[1] ?? '?';
  };
  return `${amount('Imponibile')} + ${amount('IVA')} = ${amount('Totale')}`;
}
