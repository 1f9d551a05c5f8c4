// A value that is worked out in steps is shown once it is known, also if another component worked it out.
import { act, cleanup, render, screen } from '@testing-library/react';
import { afterEach, expect, test } from 'vitest';
import type { Steps } from '../../core/kernel/steps.ts';
import { finished, useSteps } from '../../renderer/components/use-steps.ts';

afterEach(cleanup);

const stepsOf = (value: string) =>
  function* begin(): Steps<string> {
    yield 0.5;
    return value;
  };

function InSteps({ begin }: { readonly begin: () => Steps<string> }) {
  const { value, isNow } = useSteps(begin);
  return <p>{`${value ?? 'nothing'} ${isNow ? 'now' : 'before'}`}</p>;
}

const AtOnce = ({ begin }: { readonly begin: () => Steps<string> }) => <i>{finished(begin)}</i>;

const said = (): string | null => screen.getByRole('paragraph').textContent;
const worked = () => act(() => new Promise<void>((resolve) => void setTimeout(resolve, 30)));

test('first nothing, then the value; while another one is worked out, the one before', async () => {
  const [one, other] = [stepsOf('one'), stepsOf('other')];
  const { rerender } = render(<InSteps begin={one} />);
  expect(said()).toBe('nothing before');
  await worked();
  expect(said()).toBe('one now');
  rerender(<InSteps begin={other} />);
  expect(said()).toBe('one before');
  await worked();
  expect(said()).toBe('other now');
  rerender(<InSteps begin={one} />);
  expect(said()).toBe('one now');
});

test('somebody beside it needs the value at once: it is shown in both places', async () => {
  const [one, other] = [stepsOf('one'), stepsOf('other')];
  const both = (begin: () => Steps<string>) => (
    <>
      <InSteps begin={begin} />
      <AtOnce begin={begin} />
    </>
  );
  const { rerender } = render(both(one));
  await worked();
  expect(said()).toBe('one now');
  rerender(both(other));
  await worked();
  expect(said()).toBe('other now');
});
