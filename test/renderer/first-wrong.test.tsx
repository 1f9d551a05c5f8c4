// Where the focus goes after a form was sent in vain.
import { render, screen, waitFor } from '@testing-library/react';
import { userEvent } from '@testing-library/user-event';
import { useState } from 'react';
import { expect, test } from 'vitest';
import { TextField } from '../../renderer/components/controls.tsx';
import { useFirstWrong } from '../../renderer/shell/use-first-wrong.ts';

/** A form of three fields. The second and the third must not be empty. */
function form() {
  function Three() {
    const [values, setValues] = useState(['', '', '']);
    const [tried, setTried] = useState(false);
    useFirstWrong();
    return (
      <form
        onSubmit={(event) => {
          event.preventDefault();
          setTried(true);
        }}
      >
        {values.map((value, at) => (
          <TextField
            // oxlint-disable-next-line react/no-array-index-key -- There are always three.
            key={at}
            label={`campo ${at + 1}`}
            value={value}
            onChange={(typed) => setValues(values.with(at, typed))}
            error={tried && at > 0 && value === '' ? 'Da compilare' : undefined}
          />
        ))}
        <button type="submit">Salva</button>
      </form>
    );
  }
  render(<Three />);
  return { user: userEvent.setup(), field: (name: string) => screen.getByRole('textbox', { name }) };
}

const frame = () =>
  new Promise((done) => {
    requestAnimationFrame(done);
  });

test('it goes to the first wrong field', async () => {
  const { user, field } = form();
  await user.click(screen.getByRole('button', { name: 'Salva' }));
  await waitFor(() => expect(document.activeElement).toBe(field('campo 2')));
});

test('it stays in a field that is wrong too, and where it is if nothing is wrong', async () => {
  const { user, field } = form();
  await user.type(field('campo 3'), '{Enter}');
  await frame();
  expect(document.activeElement).toBe(field('campo 3'));
  await user.type(field('campo 2'), 'a');
  await user.type(field('campo 3'), 'b');
  await user.click(screen.getByRole('button', { name: 'Salva' }));
  await frame();
  expect(document.activeElement).toBe(screen.getByRole('button', { name: 'Salva' }));
});
