import { show } from './screen.tsx';
import { fireEvent, screen } from '@testing-library/react';
import { afterEach, expect, test, vi } from 'vitest';
import { AboutDialog } from '../../renderer/screens/about/about-dialog.tsx';
import { setLanguage } from '../../renderer/text/text.ts';

afterEach(() => {
  vi.unstubAllGlobals();
  setLanguage('it');
});

const answer = (body: unknown, status = 200): unknown =>
  vi.stubGlobal('fetch', () => Promise.resolve(new Response(JSON.stringify(body), { status })));

test('the version and each library with the words of its licence', async () => {
  answer({
    version: '1.2.3',
    libraries: [
      { name: 'react', version: '19.3.1', licence: 'MIT', text: 'Permission is hereby granted' },
      { name: 'zod', version: '4.6.7', licence: 'MIT', text: 'zod’s words' },
    ],
  });
  await show(() => <AboutDialog onClose={() => undefined} />);
  expect(await screen.findByText('Versione 1.2.3')).toBeTruthy();
  expect(screen.getByRole('heading', { name: '2 librerie di altri' })).toBeTruthy();
  fireEvent.click(screen.getByText('react 19.3.1, licenza MIT'));
  expect(screen.getByText('Permission is hereby granted')).toBeTruthy();
});

test.each([
  ['is not there', () => answer({}, 404)],
  ['cannot be read', () => vi.stubGlobal('fetch', () => Promise.reject(new Error('no')))],
])('a list that %s is told, and the dialog closes', async (_, prepare) => {
  prepare();
  let closed = 0;
  await show(() => <AboutDialog onClose={() => (closed += 1)} />);
  expect(
    await screen.findByText('L’elenco delle librerie non è in questa copia del programma.'),
  ).toBeTruthy();
  fireEvent.click(screen.getByRole('button', { name: 'Chiudi' }));
  expect(closed).toBe(1);
});
