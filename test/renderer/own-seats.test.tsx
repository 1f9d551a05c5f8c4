// Seats of a studio of one's own on the screen: what waits for a person, and what is said before it is done.
import { show } from './screen.tsx';
import '../support/all-texts.ts';
import { act, screen } from '@testing-library/react';
import { describe, expect, test } from 'vitest';
import type { PersonId, ServiceId } from '../../core/kernel/id.ts';
import { addDays } from '../../core/kernel/day.ts';
import { finish } from '../../core/kernel/steps.ts';
import { expiryOf } from '../../core/services/service.ts';
import type { AppState } from '../../core/desk/rows/state.ts';
import { FreeSeatsDialog } from '../../renderer/screens/people/list/free-seats-dialog.tsx';
import { openTasksInSteps } from '../../renderer/screens/status/tasks/open-tasks.ts';
import { useDesk } from '../../renderer/store/desk.ts';
import { sampleOffice } from '../support/sample-state.ts';

const greco = 'p-p-greco' as PersonId;
const studio = 'fe-studio' as ServiceId;
const sole = 'fe-sole' as ServiceId;

/** The same desk as a studio of one's own. */
function asOwn(state: AppState): AppState {
  const firm = state.workspace.firm.get('firm');
  if (firm === undefined) throw new Error('The sample has a firm');
  const own = new Map([['firm', { ...firm, studio: 'own' as const }]]);
  return { ...state, workspace: { ...state.workspace, firm: own } };
}

const tasks = (state: AppState): readonly string[] =>
  finish(openTasksInSteps(state, [])).tasks.map(({ id }) => id);

describe('what waits for a person', () => {
  test('seats that nobody has are no task any more once Aruba has deleted the service (F)', () => {
    const { state } = sampleOffice();
    const service = state.replica.services.get(sole);
    const expiry = service === undefined ? undefined : expiryOf(service);
    if (expiry === undefined) throw new Error('The sample has it');
    const on = (days: number) => tasks({ ...state, today: addDays(expiry, days) });
    expect([on(-1), on(90), on(91)].map((some) => some.includes(`free ${sole}`))).toEqual([
      true,
      true,
      false,
    ]);
  });

  test('an old deletion in the outbox hides no leaver in a studio of one’s own', () => {
    const { state } = sampleOffice();
    state.workspace.outbox.set('0193', {
      id: '0193' as never,
      order: 1,
      command: { kind: 'user/delete', serviceId: studio, username: 'pgreco01' },
      state: 'queued',
      tries: 0,
      lastAnswer: 'none',
      refusal: null,
    });
    expect([tasks(state), tasks(asOwn(state))].map((some) => some.includes(`leavers ${studio}`))).toEqual([
      false,
      true,
    ]);
  });
});

test('before a seat is freed: who deletes the user in the panel, the vendor or a person', async () => {
  await show(() => <FreeSeatsDialog serviceId={studio} personIds={[greco]} onClose={() => undefined} />);
  const dialog = screen.getByRole('dialog');
  expect(dialog.textContent).toContain('libero quando Aruba lo conferma: pgreco01');
  act(() => useDesk.setState(({ state }) => ({ state: asOwn(state) })));
  expect(dialog.textContent).not.toContain('quando Aruba lo conferma');
  expect(dialog.textContent).toContain('Da eliminare a mano nel pannello Aruba');
  expect(screen.getByRole('button', { name: 'Libera' })).toBeTruthy();
});
