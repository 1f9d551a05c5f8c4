import type { AppState } from '../../../../core/desk/rows/state.ts';
import { emailKey, hasLeft } from '../../../../core/people/person.ts';
import type { PanelStep } from '../../../../core/seats/panel-plan.ts';
import { samePermissions, type PanelPermission } from '../../../../core/services/permission.ts';
import type { Tone } from '../../../components/surfaces.tsx';
import { dayText } from '../../../text/format.ts';
import { permissionText } from '../../../text/sentences.ts';
import { text } from '../../../text/text.ts';

export const stepTones: Readonly<Record<PanelStep['kind'], Tone>> = {
  create: 'ok',
  change: 'accent',
  delete: 'late',
};

export const permissionsText = (permissions: readonly PanelPermission[]): string =>
  text('panel.permissions', { list: permissions.map(permissionText).join(', ') });

/** What changes in the panel, and why a user is deleted. */
export function detailOf(step: PanelStep, { workspace, today }: AppState): string {
  if (step.kind === 'delete') {
    const person = workspace.people.get(step.personId);
    const left = person !== undefined && hasLeft(person, today) && person.end !== null;
    return left ? text('panel.why-left', { day: dayText(person.end) }) : text('panel.why-freed');
  }
  const { user } = step;
  if (step.kind === 'create') return `${user.email}, ${permissionsText(user.permissions)}`;
  const { before } = step;
  const parts = [
    emailKey(before.email) === emailKey(user.email)
      ? ''
      : text('panel.email', { before: before.email, after: user.email }),
    samePermissions(before.permissions, user.permissions) ? '' : permissionsText(user.permissions),
  ];
  return parts.filter(Boolean).join(', ');
}
