import { show } from './screen.tsx';
import { render, screen, waitFor } from '@testing-library/react';
import { expect, test } from 'vitest';
import { AtLoginCard } from '../../renderer/screens/settings/at-login-card.tsx';
import { useUi } from '../../renderer/store/ui-store.ts';

const name = 'Apri Allinea all’accesso al computer';

test('is off until a person turns it on; a system that refuses is told', async () => {
  const { desk, user } = await show(() => null);
  let on = false;
  desk.answers = { 'program/at-login': ({ wanted }) => ({ on: (on = wanted ?? on) }) };
  render(<AtLoginCard />);
  const turn = await screen.findByRole('switch', { name });
  expect(turn).toHaveProperty('checked', false);
  await user.click(turn);
  expect(turn).toHaveProperty('checked', true);
  desk.answers = { 'program/at-login': () => ({ on: true }) };
  await user.click(turn);
  expect(turn).toHaveProperty('checked', true);
  expect(useUi.getState().toasts.at(-1)?.text).toContain('Il sistema non l’ha permesso');
});

test('a copy that is not installed shows nothing of it', async () => {
  const { desk } = await show(() => <AtLoginCard />);
  await waitFor(() => expect(desk.calls.at(-1)).toMatchObject({ name: 'program/at-login' }));
  expect(screen.queryByRole('switch')).toBeNull();
});
