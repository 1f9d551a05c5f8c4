import { show } from './screen.tsx';
import { act, cleanup, fireEvent, render, screen, within } from '@testing-library/react';
import { beforeEach, expect, test, vi } from 'vitest';
import { installWorkers, workers } from '../support/page-worker.ts';
import { sheetOf, workbook } from '../support/workbooks.ts';
import { useShortcuts } from '../../renderer/shell/use-shortcuts.ts';
import { useUi } from '../../renderer/store/ui-store.ts';
import { ImportServicesScreen } from '../../renderer/screens/services/import/import-services-screen.tsx';

/** The screen where Ctrl+Enter presses its primary button. */
function Window() {
  useShortcuts();
  return (
    <main>
      <ImportServicesScreen />
    </main>
  );
}

beforeEach(() => {
  Element.prototype.checkVisibility = () => true;
  installWorkers();
  useUi.setState({ unconfirmedList: null });
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

/** Waits for the words, and until the screen has settled. */
async function shown(pattern: RegExp): Promise<void> {
  await vi.waitFor(() => expect(whole()).toMatch(pattern), 5000);
  await act(async () => undefined);
}

test.each(['is read', 'fails'])(
  'a list that was chosen later stays, also if an earlier one %s late',
  async (end) => {
    await show(() => <Window />);
    const slow = csv(['Lenta srl;FE;15/03/2027'], 'lento.csv');
    const bytes = await slow.arrayBuffer();
    let arrive = (): void => undefined;
    slow.arrayBuffer = () =>
      new Promise((resolve, reject) => {
        arrive = () => (end === 'fails' ? reject(new DOMException('gone', 'NotFoundError')) : resolve(bytes));
      });
    await drop(slow);
    await drop(csv(['Svelta srl;FE;15/03/2027'], 'svelto.csv'));
    await shown(/svelto\.csv/);
    await act(async () => arrive());
    await act(() => new Promise((resolve) => setTimeout(resolve, 20)));
    expect(whole()).toMatch(/Svelta srl/);
    expect(whole()).not.toMatch(/lento\.csv|Lenta srl/);
  },
);

test('a new list of the same name begins with every row ticked', async () => {
  const { user } = await show(() => <Window />);
  await drop(csv(['Alfa srl;FE;15/03/2027', 'Beta srl;FE;15/03/2027']));
  await shown(/Conferma 2/);
  await user.click(screen.getByRole('checkbox', { name: 'Prendi Alfa srl' }));
  await shown(/Conferma 1/);
  await drop(csv(['Gamma srl;FE;15/03/2027', 'Delta srl;FE;15/03/2027']));
  await shown(/Conferma 2/);
});

/** The command of the last Conferma. */
interface Recorded {
  readonly entries: readonly {
    readonly details: Readonly<Record<string, unknown>>;
    readonly evidence: Readonly<Record<string, string>>;
    readonly source: unknown;
  }[];
  readonly columns?: readonly unknown[];
}

test('the tick of a group has three states, and ticks or unticks all of its rows', async () => {
  const { user } = await show(() => <Window />);
  await drop(csv(['Alfa srl;FE;15/03/2027', 'Beta srl;FE;15/03/2027']));
  await shown(/Conferma 2/);
  const group = (): HTMLInputElement => screen.getByRole('checkbox', { name: 'Prendi tutti: Nuovi' });
  expect([group().checked, group().indeterminate]).toEqual([true, false]);
  await user.click(screen.getByRole('checkbox', { name: 'Prendi Alfa srl' }));
  expect([group().checked, group().indeterminate]).toEqual([false, true]);
  await user.click(group());
  await shown(/Conferma 2/);
  await user.click(group());
  await shown(/Conferma 0/);
  expect([group().checked, group().indeterminate]).toEqual([false, false]);
});

test('rows to correct are not below hundreds of new ones, and groups without a decision are folded', async () => {
  const { user } = await show(() => <Window />);
  const many = Array.from({ length: 300 }, (_, index) => `Ditta ${index};FE;15/03/2027`);
  await drop(csv([...many, 'Rotta srl;FE;31/02/2027']));
  await shown(/300 nuovi.*1 da correggere/);
  expect(screen.getAllByRole('row').length).toBeLessThan(15);
  expect(whole()).toMatch(/il 31\/02\/2027 non esiste/);
  await user.click(screen.getByRole('button', { name: 'Mostra tutti: altri 294' }));
  expect(screen.getAllByRole('row').length).toBeLessThan(60);
});

test('a corrected row says in its evidence what the list had, and that it was corrected by hand', async () => {
  const { user, desk, toasts } = await show(() => <Window />);
  await drop(csv(['Alfa srl;FE;31/02/2027', 'Beta srl;FE;15/03/2027']));
  await shown(/1 nuovo.*1 da correggere/);
  await user.click(screen.getByRole('button', { name: 'Correggi la riga 2' }));
  const expiry = screen.getByRole('textbox', { name: 'Scadenza' });
  expect(document.activeElement).toBe(expiry);
  // Still wrong: the form stays and says the next fault.
  await user.clear(expiry);
  await user.type(expiry, '30/02/2027{Enter}');
  await vi.waitFor(() => expect(screen.getByRole('group').textContent).toMatch(/il 30\/02\/2027 non esiste/));
  // The arrow takes the last day of the month that was meant.
  await user.type(screen.getByRole('textbox', { name: 'Scadenza' }), '{ArrowDown}{Enter}');
  await shown(/2 nuovi.*0 da correggere/);
  await shown(/corretto a mano/);
  expect(toasts()).toEqual(['Riga 2: ora è tra i nuovi.']);
  await user.keyboard('{Control>}{Enter}{/Control}');
  await vi.waitFor(() => expect(desk.submitted('register/record')).toHaveLength(1));
  const [recorded] = desk.submitted('register/record') as [Recorded];
  expect(recorded.entries[0]).toMatchObject({
    details: { holder: 'Alfa srl', expiry: '2027-02-28' },
    source: { kind: 'sheet', file: 'servizi.csv', row: 2 },
    evidence: {
      holder: 'Alfa srl',
      expiry: '«31/02/2027» nell’elenco, corretto a mano in «28/02/2027»',
    },
  });
  expect(recorded.entries[1]?.evidence['expiry']).toBe('15/03/2027');
});

test('a workbook with several lists: one is read, and a person can read another one', async () => {
  const { user, desk } = await show(() => <ImportServicesScreen />);
  const titles = ['Cliente', 'Servizio', 'Scadenza'];
  const bytes = workbook({
    Legenda: sheetOf([['Colonna', 'Significato']]),
    '2026': sheetOf([titles, ['Vecchia srl', 'FE', '15/03/2027'], ['Rotta srl', 'FE', '31/02/2027']]),
    '2027': sheetOf([titles, ['Nuova srl', 'FE', '15/03/2028'], ['Altra srl', 'FE', '15/03/2028']]),
  });
  await drop(new File([new Uint8Array(bytes)], 'servizi.xlsx'));
  await shown(/foglio «2026», 2 righe: 1 nuovo.*1 da correggere/);
  // An untick and an open form belong to the sheet that they were made on.
  await user.click(screen.getByRole('checkbox', { name: 'Prendi Vecchia srl' }));
  await shown(/Conferma 0/);
  await user.click(screen.getByRole('button', { name: /Foglio/ }));
  const list = within(screen.getByRole('listbox'));
  expect(list.getAllByRole('option').map((option) => option.textContent)).toEqual(['2026', '2027']);
  await user.click(list.getByRole('option', { name: '2027' }));
  await shown(/foglio «2027», 2 righe: 2 nuovi.*0 da correggere/);
  await shown(/Conferma 2/);
  await user.click(screen.getByRole('button', { name: /^Conferma 2/ }));
  await vi.waitFor(() => expect(desk.submitted('register/record')).toHaveLength(1));
  const [recorded] = desk.submitted('register/record') as [Recorded];
  expect(recorded.entries.map(({ details }) => details['holder'])).toEqual(['Nuova srl', 'Altra srl']);
});

test('an encoding that was told by the letters is named', async () => {
  await show(() => <ImportServicesScreen />);
  const dos = Uint8Array.from(`${head}\nSociet\x85 Verde;FE;15/03/2027`, (sign) => sign.charCodeAt(0));
  await drop(new File([dos], 'dos.csv'));
  await shown(/dos\.csv, CP850, 1 riga: 1 nuovo/);
  expect(whole()).toMatch(/Società Verde/);
});

test('a list that stands on one sheet asks for none', async () => {
  await show(() => <ImportServicesScreen />);
  await drop(csv(['Alfa srl;FE;15/03/2027']));
  await shown(/Conferma 1/);
  expect(screen.queryByRole('button', { name: /Foglio/ })).toBeNull();
});

const withColumns = (name: string): File =>
  new File(['Cliente;Servizio;Scadenza;Zona;Cod. gest.\nAlfa srl;FE;15/03/2027;Nord;17'], name);

test('what columns are is remembered with Conferma, and not asked again', async () => {
  const { user, desk } = await show(() => <Window />);
  await drop(withColumns('uno.csv'));
  await shown(/Due colonne non sono usate: «Zona» e «Cod\. gest\.»\. Che cosa sono\?/);
  expect(screen.getByRole('button', { name: 'Colonne: 3 di 5 usate' })).toBeTruthy();
  await user.click(screen.getByRole('button', { name: 'Note' }));
  await shown(/Colonne: 5 di 5 usate/);
  await user.keyboard('{Control>}{Enter}{/Control}');
  await vi.waitFor(() => expect(desk.state.workspace.serviceColumns.size).toBe(2));
  const [recorded] = desk.submitted('register/record') as [Recorded];
  expect(recorded.entries[0]?.details['note']).toBe('Zona: Nord; Cod. gest.: 17');
  await drop(withColumns('due.csv'));
  await shown(/Colonne: 5 di 5 usate/);
  expect(whole()).not.toMatch(/non sono usate/);
  // A remembered answer can be changed.
  await user.click(screen.getByRole('button', { name: 'Colonne: 5 di 5 usate' }));
  await user.click(screen.getByRole('button', { name: /Zona/ }));
  await user.click(within(screen.getByRole('listbox')).getByRole('option', { name: 'Non serve' }));
  await shown(/Colonne: 4 di 5 usate/);
  await user.keyboard('{Control>}{Enter}{/Control}');
  await vi.waitFor(() => expect(desk.submitted('register/record')).toHaveLength(2));
  expect((desk.submitted('register/record')[1] as Recorded).columns).toEqual([
    { key: 'zona', use: 'unused' },
  ]);
});

test.each([
  ['refused', /La lettura non è partita\. Niente è cambiato/],
  ['broken', /La lettura si è interrotta da sola, forse .* niente è cambiato/],
] as const)('a worker that is %s is told in a sentence', async (mode, sentence) => {
  workers.mode = mode;
  await show(() => <Window />);
  await drop(csv(['Alfa srl;FE;15/03/2027']));
  await shown(sentence);
  expect(workers.alive).toBe(0);
});

test('a long reading shows its progress and is stopped by Escape, with its worker', async () => {
  const { user, toasts } = await show(() => <Window />);
  workers.mode = 'hanging';
  await drop(csv(['Alfa srl;FE;15/03/2027'], 'lungo.csv'));
  await shown(/Lettura di lungo\.csv…Lettura: 40%/);
  expect(workers.alive).toBe(1);
  await user.keyboard('{Escape}');
  expect(toasts()).toEqual(['Lettura interrotta: niente è cambiato.']);
  expect(screen.queryByRole('progressbar')).toBeNull();
  expect(workers.alive).toBe(0);
});

test('a list that was neither confirmed nor given up is said when the page opens again', async () => {
  const { user } = await show(() => <ImportServicesScreen key={useUi.getState().back.length} />);
  await drop(csv(['Alfa srl;FE;15/03/2027'], 'lasciato.csv'));
  await shown(/Conferma 1/);
  expect(useUi.getState().unconfirmedList).toMatchObject({ name: 'lasciato.csv' });
  await user.click(screen.getByRole('button', { name: 'Annulla' }));
  expect(useUi.getState().unconfirmedList).toBe(null);
  expect(whole()).not.toMatch(/non è stato confermato/);
});

test('the note names the list and its time, and goes when it was understood', async () => {
  useUi.setState({ unconfirmedList: { name: 'lasciato.csv', at: Date.UTC(2026, 10, 24, 12) } });
  const { user } = await show(() => <Window />);
  await shown(
    /L’elenco lasciato\.csv, scelto il 24\/11\/2026 alle \d\d:\d\d, non è stato confermato: niente/,
  );
  await user.click(screen.getByRole('button', { name: 'Ho capito' }));
  expect(whole()).not.toMatch(/lasciato/);
  expect(useUi.getState().unconfirmedList).toBe(null);
});

test('a list that was recorded right before the program was killed is never said to be unrecorded', async () => {
  const { user } = await show(() => <ImportServicesScreen key={useUi.getState().back.length} />);
  await drop(csv(['Alfa srl;FE;15/03/2027'], 'registrato.csv'));
  await shown(/Conferma 1/);
  await user.click(screen.getByRole('button', { name: /^Conferma 1/ }));
  expect(useUi.getState().unconfirmedList).toBe(null);
  for (const [name, said] of [
    [
      'registrato.csv',
      /L’elenco registrato\.csv, .* è stato registrato prima della chiusura: è in Servizi\./,
    ],
    ['un altro.csv', /L’elenco un altro\.csv, .* non è stato confermato: niente è stato registrato/],
  ] as const) {
    cleanup();
    useUi.setState({ unconfirmedList: { name, at: 0 } });
    render(<ImportServicesScreen />);
    await shown(said);
  }
  cleanup();
  useUi.setState({ unconfirmedList: { name: 'registrato.csv', at: 0 } });
  render(<ImportServicesScreen />);
  await user.click(await screen.findByRole('button', { name: 'Vai a Servizi' }));
  expect(useUi.getState()).toMatchObject({ unconfirmedList: null, route: { screen: 'services' } });
});

test('the card says what Conferma will do, by the plan', async () => {
  await show(() => <Window />);
  await drop(csv(['Alfa srl;FE;15/03/2027', 'Beta srl;FE;15/05/2027']));
  await shown(/Fatti nuovi nel registro6Servizi seguiti12 → 14/);
  await shown(/Sessioni in un anno\d+/);
});
