// A drop-down list: the browser's own button, and react-aria's list while it is open.
import { render, screen, waitFor, within } from '@testing-library/react';
import { userEvent } from '@testing-library/user-event';
import { useState } from 'react';
import { expect, test, vi } from 'vitest';
import { Select } from '../../renderer/components/controls.tsx';

const choices = [
  { id: 'one', label: 'Un anno' },
  { id: 'two', label: 'Due anni' },
  { id: 'three', label: 'Tre anni' },
  { id: 'ten', label: 'Dieci anni' },
] as const;
type Id = (typeof choices)[number]['id'];

/** A list of years, in which `first` is chosen. */
function years(first: Id | null = 'one') {
  const onChange = vi.fn<(id: Id) => void>();
  function Years() {
    const [value, setValue] = useState<Id | null>(first);
    return (
      <Select
        label="Durata"
        placeholder="Scegli"
        value={value}
        choices={choices}
        onChange={(id) => {
          onChange(id);
          setValue(id);
        }}
      />
    );
  }
  render(<Years />);
  const button = screen.getByRole('button', { name: /Durata$/ });
  return { user: userEvent.setup(), button, onChange };
}

const option = (name: string) => within(screen.getByRole('listbox')).getByRole('option', { name });
const isOpen = (): boolean => screen.queryByRole('listbox') !== null;

test.each(['{Enter}', ' ', '{ArrowDown}', '{ArrowUp}'])(
  '%j opens it at the chosen entry; arrows and Enter choose another, and the focus is at the button again',
  async (key) => {
    const { user, button, onChange } = years('two');
    button.focus();
    await user.keyboard(key);
    await waitFor(() => expect(document.activeElement).toBe(option('Due anni')));
    expect(button.getAttribute('aria-expanded')).toBe('true');
    await user.keyboard('{ArrowDown}{Enter}');
    await waitFor(() => expect(isOpen()).toBe(false));
    expect(onChange.mock.calls).toEqual([['three']]);
    await waitFor(() => expect(document.activeElement).toBe(button));
    expect(button.textContent).toBe('Tre anni');
  },
);

test('with nothing chosen it opens at the first entry', async () => {
  const { user, button } = years(null);
  expect(button.textContent).toBe('Scegli');
  await user.click(button);
  await waitFor(() => expect(document.activeElement).toBe(option('Un anno')));
});

test('the chosen entry chosen again, or Escape, closes it and changes nothing', async () => {
  const { user, button, onChange } = years('two');
  for (const key of ['{Enter}', '{Escape}']) {
    await user.click(button);
    await waitFor(() => expect(document.activeElement).toBe(option('Due anni')));
    await user.keyboard(key);
    await waitFor(() => expect(isOpen()).toBe(false));
  }
  expect(onChange).not.toHaveBeenCalled();
});

test('open: Home, End and letters move the focus and choose nothing; a click and Space choose', async () => {
  const { user, button, onChange } = years('two');
  await user.click(button);
  const seen: unknown[] = [];
  for (const key of ['{End}', '{ArrowDown}', '{Home}', '{ArrowUp}', 'tr', '{ArrowLeft}']) {
    await user.keyboard(key);
    seen.push(document.activeElement?.textContent);
  }
  expect(seen).toEqual(['Dieci anni', 'Dieci anni', 'Un anno', 'Un anno', 'Tre anni', 'Tre anni']);
  expect(onChange).not.toHaveBeenCalled();
  await user.keyboard(' ');
  expect(isOpen()).toBe(false);
  // A space inside a word is a letter of it.
  await user.click(button);
  await user.keyboard('due ');
  expect(isOpen()).toBe(true);
  await user.keyboard('a');
  expect(document.activeElement).toBe(option('Due anni'));
  await user.hover(option('Dieci anni'));
  expect(document.activeElement).toBe(option('Dieci anni'));
  await user.click(option('Dieci anni'));
  expect(isOpen()).toBe(false);
  expect(onChange.mock.calls).toEqual([['three'], ['ten']]);
});

test('open: a click beside it closes it and chooses nothing, and nothing else can have the focus', async () => {
  const { user, button, onChange } = years('two');
  await user.click(button);
  await user.tab();
  expect(screen.getByRole('listbox').contains(document.activeElement)).toBe(true);
  const overlay = screen.getByRole('listbox').closest('[role="presentation"]');
  if (overlay === null) throw new Error('The list is above the screen');
  await user.click(overlay);
  expect(isOpen()).toBe(false);
  await waitFor(() => expect(document.activeElement).toBe(button));
  expect(onChange).not.toHaveBeenCalled();
});

test('closed: left and right go to the neighbours and stop at the ends', async () => {
  const { user, button, onChange } = years('three');
  button.focus();
  await user.keyboard('{ArrowRight}{ArrowRight}{ArrowLeft}');
  expect(onChange.mock.calls).toEqual([['ten'], ['three']]);
  expect(isOpen()).toBe(false);
});

test('closed: a second arrow goes on from what the first one chose, though that is not shown yet', async () => {
  const onChange = vi.fn<(id: Id) => void>();
  const list = (value: Id) => <Select label="Durata" value={value} choices={choices} onChange={onChange} />;
  const { rerender } = render(list('ten'));
  const user = userEvent.setup();
  screen.getByRole('button', { name: /Durata$/ }).focus();
  await user.keyboard('{ArrowLeft}{ArrowLeft}');
  expect(onChange.mock.calls).toEqual([['three'], ['two']]);
  rerender(list('three'));
  await user.keyboard('{ArrowLeft}');
  rerender(list('two'));
  // What was refused is forgotten when the list is left.
  await user.tab();
  screen.getByRole('button', { name: /Durata$/ }).focus();
  await user.keyboard('{ArrowRight}');
  expect(onChange.mock.calls.slice(2)).toEqual([['one'], ['three']]);
});

test('closed: letters choose, one letter again goes on, letters that begin nothing change nothing', async () => {
  const { user, button, onChange } = years('one');
  button.focus();
  await user.keyboard('di');
  expect(button.textContent).toBe('Dieci anni');
  expect(onChange.mock.calls).toEqual([['two'], ['ten']]);
  await user.keyboard('q{Control>}u{/Control}');
  expect(onChange).toHaveBeenCalledTimes(2);
});

test('closed: the same letter goes through all that begin with it', async () => {
  const { user, button } = years('one');
  button.focus();
  const seen: string[] = [];
  for (let turn = 0; turn < 3; turn += 1) {
    await user.keyboard('d');
    seen.push(button.textContent);
  }
  expect(seen).toEqual(['Due anni', 'Dieci anni', 'Due anni']);
});

test('a click at the label moves the focus to the button and opens nothing', async () => {
  const { user, button } = years();
  await user.click(screen.getByText('Durata'));
  expect(document.activeElement).toBe(button);
  expect(isOpen()).toBe(false);
});
