import { useMemo, useState } from 'react';
import type { ServiceId } from '../../../core/kernel/id.ts';
import { departmentsOf } from '../../../core/people/departments.ts';
import {
  permissionTemplateNames,
  permissionTemplates,
  templateOf,
  type PermissionTemplate,
} from '../../../core/services/permission.ts';
import { Button, Select } from '../../components/controls.tsx';
import { Modal } from '../../components/modal.tsx';
import { Banner } from '../../components/surfaces.tsx';
import { ask } from '../../store/actions.ts';
import { useDesk } from '../../store/desk.ts';
import { openDialog } from '../../store/ui-store.ts';
import { permissionText } from '../../text/sentences.ts';
import { text } from '../../text/text.ts';
import { seatServices } from './matrix-data.ts';

/** The seat rules of the departments: their list, a new rule, and the plan that follows from them. */
export function SeatRulesDialog({ onClose }: { readonly onClose: () => void }) {
  const state = useDesk((desk) => desk.state);
  const { seatRules } = state.workspace;
  const departments = useMemo(() => departmentsOf(state.workspace.people.values()), [state]);
  const services = useMemo(() => seatServices(state), [state]);
  const [department, setDepartment] = useState<string | null>(departments[0] ?? null);
  const [serviceId, setServiceId] = useState<ServiceId | null>(services[0]?.id ?? null);
  const [template, setTemplate] = useState<PermissionTemplate>('editor');
  const [problem, setProblem] = useState<string | null>(null);
  const rules = [...seatRules.values()].sort((a, b) =>
    a.department < b.department ? -1 : a.department > b.department ? 1 : a.id < b.id ? -1 : 1,
  );

  async function add(): Promise<void> {
    if (department === null || serviceId === null) return;
    const holder = state.replica.services.get(serviceId)?.holder ?? '';
    const done = { text: text('seat-rules.added', { department, holder }), undo: true };
    setProblem(
      await ask(
        { type: 'seat-rule/put', department, serviceId, permissions: [...permissionTemplates[template]] },
        done,
      ),
    );
  }

  return (
    <Modal title={text('seat-rules.title')} onClose={onClose} large>
      <p className="muted">{text('seat-rules.lead')}</p>
      <div className="dialog-list">
        {rules.length === 0 ? (
          <p className="card-body muted">{text('seat-rules.none')}</p>
        ) : (
          <table className="table dense" aria-label={text('seat-rules.title')}>
            <thead>
              <tr>
                <th>{text('people.department')}</th>
                <th>{text('people.service')}</th>
                <th>{text('person-detail.permissions')}</th>
                <th>
                  <span className="visually-hidden">{text('col.action')}</span>
                </th>
              </tr>
            </thead>
            <tbody>
              {rules.map((rule) => {
                const holder = state.replica.services.get(rule.serviceId)?.holder ?? rule.serviceId;
                const name = templateOf(rule.permissions);
                return (
                  <tr key={rule.id}>
                    <td className="strong">{rule.department}</td>
                    <td>{holder}</td>
                    <td className="muted">
                      {name !== undefined && `${text(`panel.template.${name}`)}: `}
                      {rule.permissions.map(permissionText).join(', ')}
                    </td>
                    <td className="actions">
                      <Button
                        aria-label={text('seat-rules.remove-named', { department: rule.department, holder })}
                        onPress={() =>
                          void ask(
                            { type: 'seat-rule/remove', id: rule.id },
                            { text: text('seat-rules.removed'), undo: true },
                          ).then(setProblem)
                        }
                      >
                        {text('seat-rules.remove')}
                      </Button>
                    </td>
                  </tr>
                );
              })}
            </tbody>
          </table>
        )}
      </div>
      {departments.length === 0 ? (
        <p>{text('seat-rules.no-department')}</p>
      ) : (
        <div className="row row-wrap row-end">
          <Select
            label={text('people.department')}
            value={department}
            choices={departments.map((id) => ({ id, label: id }))}
            onChange={setDepartment}
          />
          <Select
            label={text('people.service')}
            value={serviceId}
            choices={services.map(({ id, holder, kind }) => ({
              id,
              label: holder,
              note: text(`kind.${kind}`),
            }))}
            onChange={setServiceId}
          />
          <Select
            label={text('panel.template')}
            value={template}
            choices={permissionTemplateNames.map((id) => ({
              id,
              label: text(`panel.template.${id}`),
              note: permissionTemplates[id].map(permissionText).join(', '),
            }))}
            onChange={setTemplate}
          />
          <Button isDisabled={department === null || serviceId === null} onPress={() => void add()}>
            {text('seat-rules.add')}
          </Button>
        </div>
      )}
      {problem !== null && <Banner tone="late">{problem}</Banner>}
      <div className="dialog-actions">
        <Button onPress={onClose}>{text('shell.close')}</Button>
        <Button
          kind="primary"
          isDisabled={rules.length === 0}
          onPress={() => openDialog({ kind: 'seat-plan', from: 'rules' })}
        >
          {text('seat-rules.apply')}
        </Button>
      </div>
    </Modal>
  );
}
