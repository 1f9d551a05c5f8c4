// The members of a shared studio, as whoever administers sees them.
import { show } from './screen.tsx';
import { screen, waitFor } from '@testing-library/react';
import { expect, test } from 'vitest';
import { ok } from '../../core/kernel/result.ts';
import { Members } from '../../renderer/screens/shared/members.tsx';
import { askMembers } from '../../renderer/store/members.ts';

const deskOf = (id: string, computer: string) => ({ id, computer, heard: null, revoked: false });

test('when each computer was seen last, and whose access ended by silence', async () => {
  const { desk } = await show(() => <Members />);
  const members = () =>
    ok({
      members: [
        {
          account: 'anna',
          name: 'Anna Ferri',
          role: 'order' as const,
          ended: false,
          invited: false,
          desks: [
            { ...deskOf('1', 'UFFICIO'), heard: Date.parse('2026-11-28T09:05:00+01:00'), silent: false },
            { ...deskOf('2', 'CASA'), heard: Date.parse('2026-07-01T09:05:00+02:00'), silent: true },
            { ...deskOf('3', 'PORTATILE'), silent: true },
          ],
        },
      ],
      links: [],
    });
  desk.answers = { 'shared/members': members };
  await askMembers({ kind: 'list' });
  await waitFor(() => expect(screen.getByText(/^UFFICIO, visto [^.]*$/)).toBeTruthy());
  expect(screen.getByText(/^CASA, visto .*: accesso terminato dopo 90 giorni di silenzio\./)).toBeTruthy();
  expect(screen.getByText(/^PORTATILE, mai visto: accesso terminato .* nuovo invito/)).toBeTruthy();
  expect(screen.getByRole('button', { name: 'Togli il computer CASA di Anna Ferri' })).toBeTruthy();
});
