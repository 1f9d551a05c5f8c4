import { show } from './screen.tsx';
import { act, fireEvent, screen } from '@testing-library/react';
import { beforeEach, expect, test, vi } from 'vitest';
import { installWorkers, workers } from '../support/page-worker.ts';
import { InvoicesScreen } from '../../renderer/screens/invoices/invoices-screen.tsx';
import { invoiceBytes } from '../support/invoice-files.ts';
import { madeOf } from '../support/read-files.ts';

beforeEach(installWorkers);

const whole = () => document.body.textContent;
const file = (name: string, bytes: Uint8Array): File => new File([new Uint8Array(bytes)], name);

async function drop(...files: readonly File[]): Promise<void> {
  await act(async () => {
    fireEvent.drop(document.body, { dataTransfer: { files, types: ['Files'], getData: () => '' } });
  });
}

/** Waits for the words, and until the screen has settled. */
async function shown(pattern: RegExp): Promise<void> {
  await vi.waitFor(() => expect(whole()).toMatch(pattern), 5000);
  await act(async () => undefined);
}

const show1 = () => show(() => <InvoicesScreen invoiceId={null} />);

test('a reading that takes long shows its progress; Escape stops it, and nothing stays', async () => {
  const { user, toasts } = await show1();
  workers.mode = 'hanging';
  await drop(file('a.xml', invoiceBytes(madeOf({}))));
  await shown(/Lettura di a\.xml|a\.xml/);
  expect(await screen.findByRole('progressbar')).toBeTruthy();
  await user.keyboard('{Escape}');
  await vi.waitFor(() => expect(screen.queryByRole('progressbar')).toBeNull());
  expect(workers.alive).toBe(0);
  expect(toasts()).toHaveLength(1);
  expect(whole()).toMatch(/Conta chi emette la fattura/);
});

test.each(['refused', 'broken'] as const)(
  'a worker that is %s is a sentence, not a blank screen',
  async (mode) => {
    await show1();
    workers.mode = mode;
    await drop(file('a.xml', invoiceBytes(madeOf({}))));
    await vi.waitFor(() => expect(screen.getByRole('alert').textContent).not.toBe(''));
    expect(workers.alive).toBe(0);
  },
);

test('files chosen later replace those before, and what is only refused says why', async () => {
  const { user, desk } = await show1();
  await drop(file('a.xml', invoiceBytes(madeOf({ number: 'A1' }))));
  await shown(/1 fattura, nessuna e-mail, niente rifiutato/);
  const rossi = { name: 'Rossi Forniture srl', vatCode: '02342520158' };
  await user.click(screen.getByRole('button', { name: 'Annulla' }));
  await drop(file('b.xml', invoiceBytes(madeOf({}, { supplier: rossi }))));
  await shown(/0 fatture, nessuna e-mail, 1 file non letto/);
  await shown(/In questi file non c’è niente da importare/);
  expect(desk.submitted('invoice/record')).toEqual([]);
});
