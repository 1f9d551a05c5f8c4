// The palette's own list: what is marked, and what the field says of it.
import { act, screen, waitFor } from '@testing-library/react';
import { expect, test, vi } from 'vitest';
import { Palette } from '../../renderer/shell/palette.tsx';
import { useDesk } from '../../renderer/store/desk.ts';
import { useUi } from '../../renderer/store/ui-store.ts';
import { show } from './screen.tsx';

const options = () => screen.getAllByRole('option');
const marked = () => options().filter((one) => one.getAttribute('aria-selected') === 'true');
const field = () => screen.getByRole('textbox');

test('one entry is marked, and the field names it; arrows go round', async () => {
  const { user } = await show(() => <Palette onClose={vi.fn()} />);
  expect(marked()).toEqual([options()[0]]);
  await user.keyboard('{ArrowUp}');
  expect(marked()).toEqual([options().at(-1)]);
  expect(field().getAttribute('aria-activedescendant')).toBe(marked()[0]?.id);
  await user.keyboard('{ArrowDown}{ArrowDown}');
  expect(marked()).toEqual([options()[1]]);
  await user.type(field(), 'a');
  await waitFor(() => expect(marked()).toEqual([options()[0]]));
});

test('Enter runs the marked entry, a click the one under the pointer', async () => {
  const onClose = vi.fn();
  const { user } = await show(() => <Palette onClose={onClose} />);
  await user.type(field(), 'rinnovi');
  await user.keyboard('{Enter}');
  expect(onClose).toHaveBeenCalledTimes(1);
  await user.click(options()[0] ?? field());
  expect(onClose).toHaveBeenCalledTimes(2);
});

test('when fewer are found than before, an entry that is there is marked', async () => {
  const onClose = vi.fn();
  const { user } = await show(() => <Palette onClose={onClose} />);
  await user.type(field(), 'studiobianchi');
  await waitFor(() => expect(options().length).toBeGreaterThan(3));
  await user.keyboard('{ArrowUp}');
  const { state } = useDesk.getState();
  const people = new Map([...state.workspace.people].slice(0, 2));
  act(() => useDesk.setState({ state: { ...state, workspace: { ...state.workspace, people } } }));
  expect(marked()).toHaveLength(1);
  expect(field().getAttribute('aria-activedescendant')).toBe(marked()[0]?.id);
  expect(useUi.getState().dialog).toBeNull();
});
