// A screen in a page: the fake desk behind it, the mirror filled, a person's hands on it.
import { resetDesk, type FakeDesk } from '../support/fake-desk.ts';
import { configure, render } from '@testing-library/react';
import { PointerEventsCheckLevel, userEvent } from '@testing-library/user-event';
import { act, type ReactNode } from 'react';
import { I18nProvider } from 'react-aria-components';
import type { Command } from '../../core/desk/command.ts';
import { bridge } from '../../renderer/bridge.ts';
import { followDesk } from '../../renderer/store/desk.ts';
import { useUi } from '../../renderer/store/ui-store.ts';

// Without a layout nothing can be hidden by style: looking for it costs most of the time.
configure({ defaultHidden: true });

export interface Shown {
  readonly desk: FakeDesk;
  readonly user: ReturnType<typeof userEvent.setup>;
  /** The short messages at the edge. */
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
