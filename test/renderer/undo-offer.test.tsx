import { show } from './screen.tsx';
import { act, screen } from '@testing-library/react';
import { describe, expect, test } from 'vitest';
import type { Command } from '../../core/desk/command.ts';
import { bridge } from '../../renderer/bridge.ts';
import { Toasts } from '../../renderer/shell/toasts.tsx';
import { submit } from '../../renderer/store/actions.ts';

const person = (name: string): Command => ({
  type: 'person/add',
  details: {
    givenName: name,
    familyName: 'Prova',
    email: `${name}@x.it`.toLowerCase(),
    department: '',
    start: null,
    end: null,
  },
});
const offer = (): HTMLElement | null => screen.queryByRole('button', { name: 'Annulla l’operazione' });

describe('the offer to undo', () => {
  test('is withdrawn when another window has done something since: it would take that back', async () => {
    await show(() => <Toasts />);
    await act(() => submit(person('Ada'), { text: 'Fatto.', undo: true }));
    expect(offer()).not.toBe(null);
    await act(() => bridge.call('command/submit', person('Bea')));
    expect([screen.getByText('Fatto.').textContent, offer()]).toEqual(['Fatto.', null]);
  });

  test('is for the newer of two steps of this window', async () => {
    await show(() => <Toasts />);
    await act(() => submit(person('Ada'), { text: 'Fatto.', undo: true }));
    await act(() => submit(person('Bea')));
    expect(offer()).toBe(null);
  });

  test('is not made by what changed nothing: the step before it is not its own', async () => {
    await show(() => <Toasts />);
    await act(() => submit(person('Ada'), { text: 'Fatto.', undo: true }));
    await act(() =>
      submit({ type: 'people/import', rows: [], present: [] }, { text: 'Niente di nuovo.', undo: true }),
    );
    expect([screen.getByText('Niente di nuovo.').textContent, offer()]).toEqual(['Niente di nuovo.', null]);
  });
});
