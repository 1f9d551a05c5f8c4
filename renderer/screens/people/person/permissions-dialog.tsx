import { useState } from 'react';
import type { PersonId, ServiceId } from '../../../../core/kernel/id.ts';
import { seatId } from '../../../../core/seats/seat.ts';
import {
  basePermissions,
  moduleOf,
  panelPermissions,
  permissionTemplateNames,
  permissionTemplates,
  switchPermission,
  templateOf,
  type PanelPermission,
  type PermissionTemplate,
} from '../../../../core/services/permission.ts';
import { activeModules } from '../../../../core/services/service.ts';
import { Button } from '../../../components/buttons.tsx';
import { Checkbox, Select } from '../../../components/controls.tsx';
import { Modal } from '../../../components/modal.tsx';
import { submit } from '../../../store/actions.ts';
import { useDesk } from '../../../store/desk.ts';
import { permissionText } from '../../../text/sentences.ts';
import { text } from '../../../text/text.ts';

/**
 * The panel's permissions for one person or many. A permission also turns on those that
 * it requires (rule H4).
 */
export function PermissionsDialog({
  serviceId,
  personIds,
  onClose,
}: {
  readonly serviceId: ServiceId;
  readonly personIds: readonly PersonId[];
  readonly onClose: () => void;
}) {
  const state = useDesk((desk) => desk.state);
  const service = state.replica.services.get(serviceId);
  const seats = personIds.flatMap((personId) => state.workspace.seats.get(seatId(serviceId, personId)) ?? []);
  const [chosen, setChosen] = useState<readonly PanelPermission[]>(seats[0]?.permissions ?? basePermissions);
  const modules = service === undefined ? [] : activeModules(service, state.today);
  const offered = panelPermissions.filter((permission) => {
    const module = moduleOf(permission);
    return module === undefined || modules.includes(module);
  });
  const template = templateOf(chosen) ?? 'own';

  async function save(): Promise<void> {
    const done = await submit(
      {
        type: 'seat/permissions',
        serviceId,
        personIds: seats.map(({ personId }) => personId),
        permissions: [...chosen],
      },
      { text: text('panel.permissions-done'), undo: true },
    );
    if (done) onClose();
  }

  return (
    <Modal title={text('panel.permissions-title', { count: seats.length })} onClose={onClose}>
      <p className="muted">{text('panel.permissions-lead', { holder: service?.holder ?? '' })}</p>
      <Select
        label={text('panel.template')}
        value={template}
        choices={[...permissionTemplateNames, 'own' as const].map((id) => ({
          id,
          label: text(`panel.template.${id}`),
        }))}
        onChange={(name: PermissionTemplate | 'own') => {
          if (name !== 'own') setChosen(permissionTemplates[name]);
        }}
      />
      <div className="stack stack-small" role="group" aria-label={text('person-detail.permissions')}>
        {offered.map((permission) => (
          <Checkbox
            key={permission}
            checked={chosen.includes(permission)}
            isDisabled={permission === 'read'}
            onChange={(on) => setChosen(switchPermission(chosen, permission, on))}
          >
            {permissionText(permission)}
          </Checkbox>
        ))}
      </div>
      <div className="dialog-actions">
        <Button onPress={onClose}>{text('shell.cancel')}</Button>
        <Button kind="primary" isDisabled={seats.length === 0} onPress={() => void save()}>
          {text('panel.permissions-save')}
        </Button>
      </div>
    </Modal>
  );
}
