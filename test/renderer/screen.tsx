// A screen in a page, with the fake desk behind it, a filled mirror, and a simulated person.
import { resetDesk, type FakeDesk } from '../support/fake-desk.ts';
import { configure, render } from '@testing-library/react';
import { PointerEventsCheckLevel, userEvent } from '@testing-library/user-event';
import { act, type ReactNode } from 'react';
import { I18nProvider } from 'react-aria-components';
import type { Command } from '../../core/desk/command.ts';
import { bridge } from '../../renderer/bridge.ts';
import { followDesk } from '../../renderer/store/desk.ts';
import { useUi } from '../../renderer/store/ui-store.ts';

// Without a layout no style can hide an element, and the search for hidden ones would take most of the time.
configure({ defaultHidden: true });

export interface Shown {
  readonly desk: FakeDesk;
  readonly user: ReturnType<typeof userEvent.setup>;
  /** The texts of the short messages at the edge. */
  readonly toasts: () => readonly string[];
}

/** Shows something after these commands. */
export async function show(what: () => ReactNode, ...before: readonly Command[]): Promise<Shown> {
  const desk = resetDesk();
  await act(async () => {
    await followDesk(bridge);
    for (const command of before) await bridge.call('command/submit', command);
  });
  const user = userEvent.setup({ delay: null, pointerEventsCheck: PointerEventsCheckLevel.Never });
  function Root() {
    return <I18nProvider locale="it-IT">{what()}</I18nProvider>;
  }
  render(<Root />);
  return { desk, user, toasts: () => useUi.getState().toasts.map(({ text }) => text) };
}
