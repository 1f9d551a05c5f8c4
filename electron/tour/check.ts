// Compares the screen with an expectation. A difference ends the tour with one sentence that says both sides.
import type { Locator, Page } from 'playwright-core';

const patienceMs = 10_000;
const againMs = 50;

/** What was expected and what was found. In Italian, because it is printed. */
export class Mismatch extends Error {
  override readonly name = 'Mismatch';
}

/** Waits until `read` returns exactly `expected`. Throws a Mismatch after ten seconds. */
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

/** Waits until the element is visible. Throws a Mismatch after ten seconds. */
export async function sees(what: string, locator: Locator): Promise<void> {
  try {
    await locator.first().waitFor({ state: 'visible', timeout: patienceMs });
  } catch {
    throw new Mismatch(`${what}: atteso sullo schermo, non c’è`);
  }
}

const plain = (text: string): string => text.replaceAll(/\s+/g, ' ').trim();

/** The text as people read it: line breaks and no-break spaces become one space. */
export const textOf = async (locator: Locator): Promise<string> =>
  plain(await locator.first().innerText({ timeout: 2000 }));

/** The lines under a calculation: what was bought, net, VAT, total. */
export const totalLines = (page: Page): Locator =>
  page.getByRole('list', { name: 'Totale' }).getByRole('listitem');

/** The totals on the screen: "58,19 + 12,80 = 70,99". */
export async function totals(page: Page): Promise<string> {
  const rows = await totalLines(page).allInnerTexts();
  const amount = (label: string): string => {
    const row = rows.map(plain).find((text) => text.startsWith(label));
    return /([\d.]+,\d\d) €$/.exec(row ?? '')?.[1] ?? '?';
  };
  return `${amount('Imponibile')} + ${amount('IVA')} = ${amount('Totale')}`;
}
