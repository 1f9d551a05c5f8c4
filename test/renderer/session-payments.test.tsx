// The payments of a session on the screen: nothing without orders, the same figures in the PDF, and a machine
// that cannot make a PDF.
import { show } from './screen.tsx';
import { screen, waitFor } from '@testing-library/react';
import { expect, test } from 'vitest';
import type { OrderView } from '../../core/desk/pending/order-views.ts';
import { err, ok } from '../../core/kernel/result.ts';
import { SessionPayments } from '../../renderer/screens/renewal-plan/sessions/session-payments.tsx';
import { orderView } from '../support/paid-orders.ts';
import { day } from '../support/samples.ts';

const payments = (...orders: readonly OrderView[]) =>
  show(() => <SessionPayments orders={orders} day={day('2026-12-03')} left={0} />);
const pdf = () => screen.findByRole('button', { name: 'PDF con codici QR' });

test('without an order there is nothing to see', async () => {
  await payments();
  expect(screen.queryByText('Da pagare')).toBeNull();
});

test('without a number there is nothing to print', async () => {
  await payments(orderView({ service: 'fe-studio', number: null }));
  expect(screen.getByText(/^Non ancora pagabili: 1 ordine, 78,69/)).toBeTruthy();
  expect((await pdf()).hasAttribute('disabled')).toBe(true);
});

test('the PDF has the figures of the screen under the session’s day', async () => {
  const { desk, user, toasts } = await payments(
    orderView({ service: 'fe-studio', number: '31904418' }),
    orderView({ service: 'fe-rossi', number: '31904419' }),
  );
  expect(screen.getByTestId('session-to-pay').textContent).toMatch(/^127,12/);
  const asked: unknown[] = [];
  desk.answers = {
    'print/pdf': (payload) => {
      asked.push(payload);
      return ok({ path: '/tmp/Elenco pagamenti.pdf' });
    },
  };
  await user.click(await pdf());
  await waitFor(() => expect(toasts().at(-1)).toMatch(/^Salvato in /));
  expect(asked).toMatchObject([
    {
      name: 'Elenco pagamenti 2026-12-03.pdf',
      document: {
        tables: [
          {
            rows: [
              ['Studio Bianchi e Associati', '31904418', expect.any(String), expect.stringMatching(/^78,69/)],
              expect.anything(),
            ],
          },
        ],
      },
    },
  ]);
});

test('a machine that makes no PDF, a folder that cannot be written: told, and the buttons work again', async () => {
  const { desk, user, toasts } = await payments(orderView({ service: 'fe-studio', number: '31904418' }));
  desk.answers = { 'print/pdf': () => err({ reason: 'no-pdf' }) };
  await user.click(await pdf());
  await waitFor(() => expect(toasts().at(-1)).toMatch(/^Qui non si riesce a preparare un PDF/));
  desk.answers = { 'print/pdf': () => err({ reason: 'not-written', code: 'EACCES' }) };
  await user.click(await pdf());
  await waitFor(() => expect(toasts().at(-1)).toMatch(/^Il file non si può scrivere/));
  expect((await pdf()).hasAttribute('disabled')).toBe(false);
});
