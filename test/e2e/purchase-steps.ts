// The steps of a purchase as a person does them in browser tests, and purchases that were made before.
import { expect } from '@playwright/test';
import { open, title } from '../../electron/tour/hands.ts';
import { axeFindings } from './axe.ts';
import { submit, type Desk } from './desk.ts';
import { today } from './purchase-services.ts';
import { rowsOf } from './rows.ts';

export function purchaseSteps(desk: Desk) {
  const button = (name: string | RegExp) => desk.page.getByRole('button', { name });
  const field = (name: string) => desk.page.getByRole('textbox', { name, exact: true });
  const heading = (name: string) => desk.page.getByRole('heading', { name });
  const goOn = () => desk.page.keyboard.press('Control+Enter');

  async function axe(): Promise<void> {
    expect(await axeFindings(desk.page)).toEqual([]);
  }

  const serviceIdOf = async (holder: string): Promise<string> =>
    (await rowsOf(desk.page)).find(({ table, value }) => table === 'services' && value.holder === holder)
      ?.id ?? '';

  /** Opens a cart with 2 users and prepares its purchase, up to the cart of Aruba. */
  async function prepare(holder: string): Promise<void> {
    const serviceId = await serviceIdOf(holder);
    await submit(desk.page, { type: 'cart/open', serviceId });
    await submit(desk.page, { type: 'cart/quantity', cartId: `service-${serviceId}`, quantity: 2 });
    await open(desk.page, 'Carrello');
    await button('Prepara l’acquisto').press('Enter');
    await expect(title(desk.page, `Acquisto per ${holder}`)).toBeVisible();
    await expect(heading('1. Prima di aprire Aruba')).toBeVisible();
    await goOn();
    await expect(heading('2. Quale pagina si apre')).toBeVisible();
    await goOn();
    await expect(heading('3. Che cosa mettere nel carrello')).toBeVisible();
    await goOn();
    await expect(heading('4. Che cosa mostra il carrello di Aruba?')).toBeVisible();
  }

  const happens = (purchaseId: string | undefined, what: object): Promise<void> =>
    submit(desk.page, { type: 'purchase/happened', purchaseId, what });

  /** A purchase of 2 users that was ordered, at the total that Aruba showed. Returns its id. */
  async function ordered(
    holder: string,
    orderNumber: string,
    { gross, cause }: { readonly gross: number; readonly cause: 'other' | null },
  ): Promise<string | undefined> {
    const serviceId = await serviceIdOf(holder);
    const cartId = `service-${serviceId}`;
    await submit(desk.page, { type: 'cart/open', serviceId });
    await submit(desk.page, { type: 'cart/quantity', cartId, quantity: 2 });
    await submit(desk.page, { type: 'purchase/prepare', cartId });
    const purchaseId = (await rowsOf(desk.page)).find(
      ({ table, value }) => table === 'purchases' && value.holder === holder,
    )?.id;
    const receipt = { extension: true, net: null, gross, usersUntil: null };
    await happens(purchaseId, { kind: 'composed' });
    await happens(purchaseId, { kind: 'compared', day: today, receipt, cause, note: '' });
    await happens(purchaseId, { kind: 'ordered', day: today, orderNumber, method: 'bank-transfer' });
    return purchaseId;
  }

  /** The purchase of Studio Marchetti is over: 64,42, as by completed months. */
  async function concluded(): Promise<void> {
    const purchaseId = await ordered('Studio Marchetti', '50012345', { gross: 6442, cause: null });
    await happens(purchaseId, { kind: 'paid', day: today });
    await submit(desk.page, {
      type: 'purchase/activate',
      purchaseId,
      day: today,
      expiries: [],
      automaticRenewal: null,
    });
  }

  return { button, field, heading, goOn, axe, serviceIdOf, prepare, ordered, concluded };
}
