// The page tells the main process on which screen the person is.
import { resetDesk } from '../support/fake-desk.ts';
import { expect, test } from 'vitest';
import { bridge } from '../../renderer/bridge.ts';
import { useDesk } from '../../renderer/store/desk.ts';
import { keepScreen } from '../../renderer/store/kept-screen.ts';
import { go } from '../../renderer/store/ui-store.ts';

test('the screen is kept, but not of the page that asks which studio to open', () => {
  const desk = resetDesk();
  const kept = () => desk.calls.filter(({ name }) => name === 'window/keep').length;
  keepScreen(bridge);
  const before = kept();
  useDesk.setState({ choosing: true });
  go({ screen: 'manual', job: null });
  expect(kept()).toBe(before);
  useDesk.setState({ choosing: false });
  go({ screen: 'people' });
  expect(kept()).toBeGreaterThan(before);
});
