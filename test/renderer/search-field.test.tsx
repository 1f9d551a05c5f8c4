// A search box in a row of filters.
import { act, fireEvent, render, screen, waitFor } from '@testing-library/react';
import { userEvent } from '@testing-library/user-event';
import { Activity, useState } from 'react';
import { afterEach, beforeEach, describe, expect, test, vi } from 'vitest';
import { SearchField } from '../../renderer/components/controls.tsx';

test('Escape empties it and goes no further; once empty it goes on, to the dialog', async () => {
  const heard = vi.fn<(key: string) => void>();
  function Search() {
    const [query, setQuery] = useState('');
    return (
      // oxlint-disable-next-line jsx-a11y/no-static-element-interactions -- It stands for a dialog.
      <div onKeyDown={({ key }) => heard(key)}>
        <SearchField label="Cerca" value={query} onChange={setQuery} />
      </div>
    );
  }
  render(<Search />);
  const user = userEvent.setup();
  const box = screen.getByRole<HTMLInputElement>('searchbox', { name: 'Cerca' });
  await user.type(box, 'ab');
  expect(box.value).toBe('ab');
  await user.keyboard('{Escape}');
  expect([box.value, document.activeElement]).toEqual(['', box]);
  await user.keyboard('{Escape}');
  expect(heard.mock.calls.flat()).toEqual(['a', 'b', 'Escape']);
});

describe('a letter is drawn before what it finds', () => {
  const frames = new Map<number, FrameRequestCallback>();
  const { requestAnimationFrame: request, cancelAnimationFrame: cancel } = globalThis;
  beforeEach(() => {
    frames.clear();
    globalThis.requestAnimationFrame = (callback) => {
      frames.set(frames.size, callback);
      return frames.size - 1;
    };
    globalThis.cancelAnimationFrame = (frame) => void frames.delete(frame);
  });
  afterEach(() => {
    globalThis.requestAnimationFrame = request;
    globalThis.cancelAnimationFrame = cancel;
  });
  /** Runs what the page has asked to do before its next frame. */
  const frame = (): void => {
    const drawn = [...frames.values()];
    frames.clear();
    for (const callback of drawn) callback(0);
  };

  function shownBox() {
    const heard: string[] = [];
    function Search({ rests }: { readonly rests: boolean }) {
      const [query, setQuery] = useState('');
      return (
        <Activity mode={rests ? 'hidden' : 'visible'}>
          <SearchField
            label="Cerca"
            value={query}
            onChange={(text) => {
              heard.push(text);
              setQuery(text);
            }}
          />
        </Activity>
      );
    }
    const { rerender } = render(<Search rests={false} />);
    const box = screen.getByRole<HTMLInputElement>('searchbox', { name: 'Cerca' });
    const type = (value: string): void => void fireEvent.change(box, { target: { value } });
    return { heard, box, type, rest: (rests: boolean) => rerender(<Search rests={rests} />) };
  }

  test('the list hears it after the frame, and of two letters in one frame only the second', async () => {
    const { heard, box, type } = shownBox();
    type('a');
    fireEvent.keyDown(box, { key: 'b' });
    type('ab');
    expect([box.value, heard]).toEqual(['ab', []]);
    act(frame);
    await waitFor(() => expect(heard).toEqual(['ab']));
    expect(box.value).toBe('ab');
    act(frame);
    fireEvent.keyDown(box, { key: 'Enter' });
    expect(heard).toEqual(['ab']);
  });

  test.each([
    ['Enter', (box: Element) => fireEvent.keyDown(box, { key: 'Enter' })],
    ['Ctrl+A', (box: Element) => fireEvent.keyDown(box, { key: 'a', ctrlKey: true })],
    ['the pointer', () => fireEvent.pointerDown(document.body)],
    ['another focus', (box: Element) => fireEvent.focusOut(box)],
  ])('before %s does anything the list has heard it', (_name, does) => {
    const { heard, box, type } = shownBox();
    type('anna');
    const before = vi.fn<() => void>(() => expect(heard).toEqual(['anna']));
    for (const name of ['keydown', 'pointerdown', 'focusout'])
      document.body.addEventListener(name, before, { once: true });
    does(box);
    expect(before).toHaveBeenCalledOnce();
    expect(box.value).toBe('anna');
  });

  test('a screen that is left at once forgets the letter', async () => {
    const { heard, box, type, rest } = shownBox();
    type('a');
    rest(true);
    act(frame);
    rest(false);
    await waitFor(() => expect(box.value).toBe(''));
    expect(heard).toEqual([]);
  });
});
