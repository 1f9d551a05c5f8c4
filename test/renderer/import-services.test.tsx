import { show } from './screen.tsx';
import { act, fireEvent, screen } from '@testing-library/react';
import { beforeEach, expect, test, vi } from 'vitest';
import { installWorkers } from '../support/page-worker.ts';
import { ImportServicesScreen } from '../../renderer/screens/services/import/import-services-screen.tsx';

beforeEach(() => {
  installWorkers();
  // The test page has no layout. The table needs heights to know which rows are visible.
  const size = (element: HTMLElement): number => (element.matches('tr') ? 37 : 900);
  for (const name of ['offsetHeight', 'offsetWidth', 'clientHeight', 'scrollHeight'])
    Object.defineProperty(HTMLElement.prototype, name, {
      configurable: true,
      get(this: HTMLElement) {
        return size(this);
      },
    });
});

const whole = () => document.body.textContent;
const head = 'Cliente;Servizio;Scadenza';
const csv = (rows: readonly string[], name = 'servizi.csv'): File =>
  new File([[head, ...rows].join('\n')], name, { type: 'text/csv' });

async function drop(file: File): Promise<void> {
  await act(async () => {
    fireEvent.drop(document.body, {
      dataTransfer: { files: [file], types: ['Files'], getData: () => '' },
    });
  });
}

const shown = (pattern: RegExp) => vi.waitFor(() => expect(whole()).toMatch(pattern), 5000);

test('a list that was chosen later stays, also if an earlier one is read more slowly', async () => {
  await show(() => <ImportServicesScreen />);
  const slow = csv(['Lenta srl;FE;15/03/2027'], 'lento.csv');
  const bytes = await slow.arrayBuffer();
  let arrive = (): void => undefined;
  slow.arrayBuffer = () =>
    new Promise((resolve) => {
      arrive = () => resolve(bytes);
    });
  await drop(slow);
  await drop(csv(['Svelta srl;FE;15/03/2027'], 'svelto.csv'));
  await shown(/svelto\.csv/);
  await act(async () => arrive());
  await act(() => new Promise((resolve) => setTimeout(resolve, 20)));
  expect(whole()).toMatch(/Svelta srl/);
  expect(whole()).not.toMatch(/lento\.csv|Lenta srl/);
});

test('a new list of the same name begins with every row ticked', async () => {
  const { user } = await show(() => <ImportServicesScreen />);
  await drop(csv(['Alfa srl;FE;15/03/2027', 'Beta srl;FE;15/03/2027']));
  await shown(/Conferma 2/);
  await user.click(screen.getByRole('checkbox', { name: 'Prendi Alfa srl' }));
  await shown(/Conferma 1/);
  await drop(csv(['Gamma srl;FE;15/03/2027', 'Delta srl;FE;15/03/2027']));
  await shown(/Conferma 2/);
});
