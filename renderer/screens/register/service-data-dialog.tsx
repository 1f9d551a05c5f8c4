import { useState } from 'react';
import { Form } from 'react-aria-components';
import { moduleKinds, serviceKinds } from '../../../core/catalog/item.ts';
import type { ServiceId } from '../../../core/kernel/id.ts';
import { accessWays, payerSides } from '../../../core/register/fields.ts';
import type { Registered } from '../../../core/register/fold.ts';
import { Checkbox, Select, Switch, TextField } from '../../components/controls.tsx';
import { FormActions } from '../../components/form-actions.tsx';
import { Modal } from '../../components/modal.tsx';
import { make } from '../../store/actions.ts';
import { useDesk } from '../../store/desk.ts';
import { toast } from '../../store/ui-store.ts';
import { text } from '../../text/text.ts';
import {
  changedOnly,
  draftOf,
  readDraft,
  type DraftProblems,
  type ServiceDraft,
  type TypedField,
} from './service-draft.ts';
import { useRegistered } from './use-registered.ts';

/** Adds a service by hand, or updates one. What the person leaves empty is not said. */
export function ServiceDataDialog({
  serviceId,
  onClose,
}: {
  readonly serviceId: ServiceId | null;
  readonly onClose: () => void;
}) {
  return serviceId === null ? (
    <ServiceForm registered={null} onClose={onClose} />
  ) : (
    <KnownService serviceId={serviceId} onClose={onClose} />
  );
}

function KnownService({
  serviceId,
  onClose,
}: {
  readonly serviceId: ServiceId;
  readonly onClose: () => void;
}) {
  const { registered } = useRegistered(serviceId);
  return <ServiceForm registered={registered} onClose={onClose} />;
}

function ServiceForm({
  registered,
  onClose,
}: {
  readonly registered: Registered | null;
  readonly onClose: () => void;
}) {
  const today = useDesk((desk) => desk.state.today);
  const [before] = useState(() => draftOf(registered));
  const [draft, setDraft] = useState<ServiceDraft>(before);
  const [problems, setProblems] = useState<DraftProblems>({});

  async function save(): Promise<void> {
    const read = readDraft(draft, before);
    setProblems(read.problems);
    if (read.details === null) return;
    const details = registered === null ? read.details : changedOnly(draft, before, read.details);
    const holder = draft.holder.trim();
    const made = await make({
      type: 'register/record',
      asOf: today,
      entries: [{ about: registered?.id ?? null, details, source: { kind: 'typed' }, evidence: {} }],
    });
    if (made === null) return;
    const saved = registered === null ? 'register.saved-new' : 'register.saved';
    toast((made.facts ?? []).length === 0 ? text('register.nothing-new') : text(saved, { holder }));
    onClose();
  }

  const change = (part: Partial<ServiceDraft>): void => setDraft({ ...draft, ...part });
  const field = (name: TypedField) => ({
    value: draft[name],
    error: problems[name],
    onChange: (value: string) => change({ [name]: value }),
  });
  return (
    <Modal large title={text(registered === null ? 'register.new' : 'register.change')} onClose={onClose}>
      <Form
        className="stack"
        onSubmit={(event) => {
          event.preventDefault();
          void save();
        }}
      >
        <div className="form-grid">
          <TextField label={text('register.holder')} autoFocus {...field('holder')} />
          <TextField label={text('register.vatCode')} {...field('vatCode')} />
          <Select
            label={text('register.kind')}
            value={draft.kind}
            choices={serviceKinds.map((id) => ({ id, label: text(`kind.${id}`) }))}
            onChange={(kind) => change({ kind })}
          />
          <TextField
            label={text('register.expiry')}
            hint={text('register.expiry-hint')}
            {...field('expiry')}
          />
          <TextField label={text('register.users')} {...field('users')} />
          <TextField label={text('register.users-expiry')} {...field('usersExpiry')} />
          <TextField label={text('register.space')} {...field('space')} />
          <TextField label={text('register.caretaker')} {...field('caretaker')} />
          <fieldset className="span-2 checks">
            <legend>{text('register.modules')}</legend>
            {moduleKinds.map((kind) => (
              <Checkbox
                key={kind}
                checked={draft.modules.has(kind)}
                onChange={(on) => {
                  const modules = new Set(draft.modules);
                  if (on) modules.add(kind);
                  else modules.delete(kind);
                  change({ modules });
                }}
              >
                {text(`kind.${kind}`)}
              </Checkbox>
            ))}
            {problems.modules !== undefined && <p className="field-error">{problems.modules}</p>}
          </fieldset>
          <TextField label={text('register.account')} {...field('account')} />
          <TextField label={text('register.panelUsername')} {...field('panelUsername')} />
          <Select
            label={text('register.access')}
            value={draft.access}
            choices={[
              { id: 'not-said' as const, label: text('register.not-said') },
              ...accessWays.map((id) => ({ id, label: text(`register.access-${id}`) })),
            ]}
            onChange={(access) => change({ access })}
          />
          <Select
            label={text('register.payer')}
            value={draft.payer}
            choices={[
              { id: 'not-said' as const, label: text('register.not-said') },
              ...payerSides.map((id) => ({ id, label: text(`register.payer-${id}`) })),
            ]}
            onChange={(payer) => change({ payer })}
          />
          <Switch on={draft.automaticRenewal} onChange={(automaticRenewal) => change({ automaticRenewal })}>
            {text('register.automaticRenewal')}
          </Switch>
        </div>
        <FormActions onClose={onClose} />
      </Form>
    </Modal>
  );
}
