import { useMemo, useState } from 'react';
import type { ServiceId } from '../../../core/kernel/id.ts';
import { useDepartments } from '../people/use-departments.ts';
import {
  permissionTemplateNames,
  permissionTemplates,
  templateOf,
  type PermissionTemplate,
} from '../../../core/services/permission.ts';
import { Button } from '../../components/buttons.tsx';
import { Select } from '../../components/controls.tsx';
import { ask } from '../../store/actions.ts';
import { useDesk } from '../../store/desk.ts';
import { permissionText } from '../../text/sentences.ts';
import { text } from '../../text/text.ts';
import { seatServices } from './matrix-data.ts';
import { ServiceSelect } from '../services/service-select.tsx';

/** Receives the reason of a refusal as a sentence, or null after a success. */
type OnProblem = (problem: string | null) => void;

/** The seat rules by department, each with a button that removes it. */
export function RuleList({ onProblem }: { readonly onProblem: OnProblem }) {
  const state = useDesk((desk) => desk.state);
  const rules = [...state.workspace.seatRules.values()].sort((a, b) =>
    a.department < b.department ? -1 : a.department > b.department ? 1 : a.id < b.id ? -1 : 1,
  );
  if (rules.length === 0) return <p className="card-body muted">{text('seat-rules.none')}</p>;
  return (
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
                    ).then(onProblem)
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
  );
}

/** The form of a new seat rule: department, service and permissions. */
export function NewRule({ onProblem }: { readonly onProblem: OnProblem }) {
  const state = useDesk((desk) => desk.state);
  const departments = useDepartments();
  const services = useMemo(() => seatServices(state), [state]);
  const [department, setDepartment] = useState<string | null>(departments[0] ?? null);
  const [serviceId, setServiceId] = useState<ServiceId | null>(services[0]?.id ?? null);
  const [template, setTemplate] = useState<PermissionTemplate>('editor');

  async function add(): Promise<void> {
    if (department === null || serviceId === null) return;
    const holder = state.replica.services.get(serviceId)?.holder ?? '';
    const done = { text: text('seat-rules.added', { department, holder }), undo: true };
    onProblem(
      await ask(
        { type: 'seat-rule/put', department, serviceId, permissions: [...permissionTemplates[template]] },
        done,
      ),
    );
  }

  if (departments.length === 0) return <p>{text('seat-rules.no-department')}</p>;
  return (
    <div className="row row-wrap row-end">
      <Select
        label={text('people.department')}
        value={department}
        choices={departments.map((id) => ({ id, label: id }))}
        onChange={setDepartment}
      />
      <ServiceSelect
        label={text('people.service')}
        value={serviceId}
        services={services}
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
  );
}
