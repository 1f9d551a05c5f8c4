// Files dropped anywhere in the window go to the screen that takes them.
import { show } from './screen.tsx';
import { act, fireEvent, screen } from '@testing-library/react';
import { beforeEach, describe, expect, test, vi } from 'vitest';
import { ImportScreen } from '../../renderer/screens/people/import/import-screen.tsx';
import { ImportServicesScreen } from '../../renderer/screens/services/import/import-services-screen.tsx';
import { Drops } from '../../renderer/shell/drops.tsx';
import { useDesk } from '../../renderer/store/desk.ts';
import { handOver, kindOf, takes, useOnTheWay } from '../../renderer/store/incoming.ts';
import { useUi, type Route } from '../../renderer/store/ui-store.ts';
import { installWorkers } from '../support/page-worker.ts';

const named = (...names: readonly string[]): readonly File[] =>
  names.map((name) => new File(['Cognome;Nome;E-mail\nNuova;Lia;l.nuova@x.it'], name));

/** Drops files, and returns whether anybody took the event: otherwise Chromium would open the file. */
async function drop(files: readonly File[], types: readonly string[] = ['Files']): Promise<boolean> {
  let left = true;
  await act(async () => {
    left = fireEvent.drop(document.body, { dataTransfer: { files, types, getData: () => '' } });
  });
  return !left;
}

const shown = (pattern: RegExp) => vi.waitFor(() => expect(document.body.textContent).toMatch(pattern), 5000);
const at = (route: Route): void => act(() => useUi.setState({ route }));
const own = (): void => act(() => useDesk.setState({ simulated: false }));
const route = (): Route => useUi.getState().route;
const names = (): readonly string[] => {
  const { what } = useOnTheWay.getState();
  return what?.kind === 'files' ? what.files.map(({ name }) => name) : [];
};

beforeEach(() => {
  installWorkers();
  useUi.setState({ route: { screen: 'status' }, toasts: [] });
  useOnTheWay.setState({ to: null, what: null });
});

test.each([
  ['Elenco.XLSX', 'list'],
  ['a.csv', 'list'],
  ['IT0123_x.xml.p7m', 'invoices'],
  ['posta.eml', 'invoices'],
  ['fatture.zip', 'invoices'],
  ['Alba.allinea', 'studio'],
  ['foto.png', undefined],
  ['senza-nome', undefined],
])('%s is %s', (name, kind) => expect(kindOf({ name })).toBe(kind));

test('a screen takes its own files and those that nobody knows, and leaves the others', () => {
  const taken = (...of: readonly string[]) =>
    (['staff', 'services', 'invoices'] as const).filter((one) => takes(one, named(...of)));
  expect(taken('a.csv')).toEqual(['staff', 'services']);
  expect(taken('nota.pdf', 'a.xml')).toEqual(['invoices']);
  expect(taken('a.allinea')).toEqual([]);
  expect(taken('nota.pdf')).toEqual(['staff', 'services', 'invoices']);
});

describe('in a studio of one’s own', () => {
  test('invoices open the screen of invoices, with all of them', async () => {
    await show(() => <Drops />);
    own();
    expect(await drop(named('a.xml', 'b.p7m'))).toBe(true);
    expect([route(), useOnTheWay.getState().to, names()]).toEqual([
      { screen: 'invoices', invoiceId: null },
      'invoices',
      ['a.xml', 'b.p7m'],
    ]);
  });

  test.each([
    [{ screen: 'people' }, 'import'],
    [{ screen: 'matrix' }, 'import'],
    [{ screen: 'setup', step: 'people' }, 'import'],
    [{ screen: 'services' }, 'import-services'],
    [{ screen: 'setup', step: 'services' }, 'import-services'],
  ] as const)('on %o a list needs no question', async (from, to) => {
    await show(() => <Drops />);
    own();
    at(from);
    await drop(named('a.csv'));
    expect([route().screen, names()]).toEqual([to, ['a.csv']]);
  });

  test('elsewhere a list asks what it lists', async () => {
    const { user } = await show(() => <Drops />);
    own();
    await drop(named('a.csv'));
    expect(await screen.findByRole('dialog', { name: 'Che cosa elenca «a.csv»?' })).toBeDefined();
    expect(route()).toEqual({ screen: 'status' });
    await user.click(screen.getByRole('button', { name: 'I servizi' }));
    expect([route().screen, screen.queryByRole('dialog')]).toEqual(['import-services', null]);
  });

  test('what belongs elsewhere is left out, and said; what nobody knows is told', async () => {
    const { toasts } = await show(() => <Drops />);
    own();
    await drop(named('nota.pdf', 'a.xml', 'b.csv'));
    expect([names(), toasts()]).toEqual([['a.xml'], [expect.stringContaining('altri 2 sono rimasti fuori')]]);
    expect(await drop(named('foto.png'))).toBe(true);
    expect(toasts().at(-1)).toMatch(/«foto\.png» non si apre.*\.xlsx.*\.xml.*\.allinea/);
  });

  test('over a dialog nothing opens, and the person is told why', async () => {
    const { toasts } = await show(() => (
      <>
        <Drops />
        <div role="dialog" />
      </>
    ));
    own();
    await drop(named('a.xml'));
    expect([route(), toasts()]).toEqual([
      { screen: 'status' },
      [expect.stringContaining('Chiudi prima la finestra di dialogo')],
    ]);
  });

  test('text is left to whoever wants it', async () => {
    await show(() => <Drops />);
    expect(await drop([], ['text/plain'])).toBe(false);
  });
});

test('in the sample a list is the staff’s, and invoices have no place', async () => {
  const { toasts } = await show(() => <Drops />);
  await drop(named('a.csv'));
  expect(route()).toEqual({ screen: 'import' });
  await drop(named('a.xml'));
  expect(toasts().at(-1)).toContain('Nello studio di esempio');
});

test('a studio is opened only after a question, with its passphrase if it has one', async () => {
  const { desk, user } = await show(() => <Drops />);
  desk.answers = { 'studios/import': () => ({ ok: false, error: { reason: 'passphrase-needed' } }) };
  const imports = () => desk.calls.filter(({ name }) => name === 'studios/import').length;
  await drop(named('Alba.allinea'));
  await screen.findByRole('dialog', { name: 'Aprire lo studio salvato in «Alba.allinea»?' });
  expect(imports()).toBe(0);
  await user.click(screen.getByRole('button', { name: 'Apri' }));
  expect(await screen.findByLabelText('Frase di protezione')).toBeDefined();
  expect(imports()).toBe(1);
});

test('without a studio only a saved one opens', async () => {
  const { toasts } = await show(() => <Drops />);
  act(() => useDesk.setState({ choosing: true }));
  await drop(named('a.csv'));
  expect(toasts().at(-1)).toContain('Nessuno studio è aperto');
  await drop(named('Alba.allinea'));
  expect(await screen.findByRole('dialog')).toBeDefined();
  act(() => useDesk.setState({ choosing: false }));
});

test('the screen that opens reads the files, and the open one reads its own at once', async () => {
  await show(() => (
    <>
      <ImportScreen />
      <Drops />
    </>
  ));
  act(() => handOver('staff', { kind: 'files', files: named('dato.csv') }));
  await shown(/dato\.csv: 1 riga letta/);
  expect(useOnTheWay.getState().to).toBeNull();
  await drop(named('altro.csv'));
  await shown(/altro\.csv: 1 riga letta/);
  expect(route()).toEqual({ screen: 'status' });
});

test('invoices over a list screen go to the invoices', async () => {
  await show(() => (
    <>
      <ImportServicesScreen />
      <Drops />
    </>
  ));
  own();
  at({ screen: 'import-services' });
  await drop(named('a.xml'));
  expect([route().screen, names()]).toEqual(['invoices', ['a.xml']]);
});

describe('a paste', () => {
  const cells = 'Nuova\tLia\tl.nuova@x.it';

  /** Pastes, and returns whether anybody took the event. */
  async function paste(text: string, files: readonly File[] = [], into: Element = document.body) {
    let left = true;
    await act(async () => {
      left = fireEvent.paste(into, { clipboardData: { files, types: [], getData: () => text } });
    });
    return !left;
  }

  test.each([
    [{ screen: 'people' }, 'import', 'staff'],
    [{ screen: 'matrix' }, 'import', 'staff'],
    [{ screen: 'services' }, 'import-services', 'services'],
    [{ screen: 'setup', step: 'people' }, 'import', 'staff'],
  ] as const)('of cells on %o opens their preview', async (from, to, kind) => {
    await show(() => <Drops />);
    own();
    at(from);
    expect(await paste(cells)).toBe(true);
    expect([route().screen, useOnTheWay.getState()]).toEqual([
      to,
      { to: kind, what: { kind: 'text', text: cells } },
    ]);
  });

  test('one address below the other is a list too', async () => {
    await show(() => <Drops />);
    at({ screen: 'people' });
    expect(await paste('a@x.it\nb@x.it\n')).toBe(true);
    expect(route().screen).toBe('import');
  });

  test.each([
    ['of one word', { screen: 'people' }, ' Rossi\n'],
    ['where no list is', { screen: 'renewals' }, cells],
    ['of services in the sample', { screen: 'services' }, cells],
  ] as const)('%s changes nothing', async (_, from, text) => {
    const { toasts } = await show(() => <Drops />);
    at(from);
    expect(await paste(text)).toBe(false);
    expect([route(), useOnTheWay.getState().what, toasts()]).toEqual([from, null, []]);
  });

  test('into a field is the field’s, and over a dialog nobody’s', async () => {
    await show(() => (
      <>
        <Drops />
        <input type="text" aria-label="Nome" />
      </>
    ));
    at({ screen: 'people' });
    expect(await paste(cells, [], screen.getByLabelText('Nome'))).toBe(false);
    document.body.append(Object.assign(document.createElement('div'), { role: 'dialog', id: 'above' }));
    expect(await paste(cells)).toBe(false);
    document.querySelector('#above')?.remove();
    expect(await paste(cells)).toBe(true);
  });

  test('of copied files does what a drop does', async () => {
    await show(() => <Drops />);
    own();
    expect(await paste('', named('a.xml'))).toBe(true);
    expect([route().screen, names()]).toEqual(['invoices', ['a.xml']]);
  });

  test('is read by the screen that opens', async () => {
    await show(() => (
      <>
        <ImportScreen />
        <Drops />
      </>
    ));
    act(() => handOver('staff', { kind: 'text', text: `Cognome\tNome\tE-mail\n${cells}` }));
    await shown(/Celle incollate: 1 riga letta/);
  });
});
