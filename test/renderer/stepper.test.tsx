import { act, render, screen } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import { expect, test } from 'vitest';
import { Stepper } from '../../renderer/components/stepper.tsx';

/** A stepper whose values are accepted before the rows have them. */
function stepper(accepts: boolean) {
  const asked: number[] = [];
  const set = async (value: number): Promise<boolean> => {
    asked.push(value);
    return accepts;
  };
  const shown = (value: number) => <Stepper label="n" fewer="fewer" more="more" value={value} set={set} />;
  const { rerender } = render(shown(2));
  const field = () => screen.getByRole<HTMLInputElement>('textbox', { name: 'n' }).value;
  const press = (name: string) => userEvent.click(screen.getByRole('button', { name }));
  return { asked, field, press, rows: (value: number) => act(() => rerender(shown(value))) };
}

test('a second press counts from the first, also if that was answered before its rows came', async () => {
  const { asked, field, press, rows } = stepper(true);
  await press('more');
  await press('more');
  expect(asked).toEqual([3, 4]);
  expect(field()).toBe('4');
  rows(4);
  expect(field()).toBe('4');
  // It is taken back; somebody else sets it.
  rows(2);
  expect(field()).toBe('2');
  rows(7);
  expect(field()).toBe('7');
});

test('a value that is refused goes back', async () => {
  const { field, press } = stepper(false);
  await press('more');
  expect(field()).toBe('2');
});
