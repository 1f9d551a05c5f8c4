import { fullName } from '../../../../core/people/person.ts';
import type { PanelStep } from '../../../../core/seats/panel-plan.ts';
import type { Service } from '../../../../core/services/service.ts';
import { Button } from '../../../components/buttons.tsx';
import { Icon } from '../../../components/icon.tsx';
import { useDesk } from '../../../store/desk.ts';
import { permissionText } from '../../../text/sentences.ts';
import { text } from '../../../text/text.ts';
import { tellDone } from '../../people/list/panel-by-hand.tsx';
import { usePurchaseWork } from '../use-purchase-work.ts';
import { CopyButton } from './copied.tsx';
import { OutsideLink } from './outside-link.tsx';
import { StepCard } from './step-card.tsx';
import type { StepProps } from './step-props.ts';

/** Step 8: the users of the panel one by one; a password is never asked. */
export function Users({ purchase, takesFocus }: StepProps) {
  const state = useDesk((desk) => desk.state);
  const service = state.replica.services.get(purchase.activated?.serviceId ?? '');
  const steps = usePurchaseWork().usersLeft(purchase);
  return (
    <StepCard title={text('purchase-step.users-title')} takesFocus={takesFocus}>
      <p>{text('purchase-step.users-lead')}</p>
      {service !== undefined &&
        steps.map((step) =>
          step.kind === 'create' ? <UserToCreate key={step.username} service={service} step={step} /> : null,
        )}
      <div className="row">
        <OutsideLink host="fatturazioneelettronica.aruba.it" />
      </div>
    </StepCard>
  );
}

/** One user: what to copy into the panel's form, and the switches to set there. */
function UserToCreate({
  service,
  step,
}: {
  readonly service: Service;
  readonly step: Extract<PanelStep, { readonly kind: 'create' }>;
}) {
  const { people } = useDesk((desk) => desk.state.workspace);
  const today = useDesk((desk) => desk.state.today);
  const person = people.get(step.personId);
  const { username, email, permissions } = step.user;
  return (
    <section className="user-to-create" aria-label={username}>
      <div className="row spread">
        <strong>{person === undefined ? username : fullName(person)}</strong>
        <Button
          aria-label={text('panel.done-named', { username })}
          onPress={() => void tellDone(service, step, today)}
        >
          {text('panel.done')}
        </Button>
      </div>
      <dl className="facts">
        <dt>{text('people.col-username')}</dt>
        <dd className="row row-wrap">
          <span className="mono">{username}</span> <CopyButton value={username} short />
        </dd>
        <dt>{text('person.email')}</dt>
        <dd className="row row-wrap">
          <span className="mono">{email}</span> <CopyButton value={email} short />
        </dd>
        <dt>{text('purchase-step.permissions')}</dt>
        <dd>
          <ul className="ticked">
            {permissions.map((permission) => (
              <li key={permission}>
                <Icon name="check" size={12} /> {permissionText(permission)}
              </li>
            ))}
          </ul>
        </dd>
      </dl>
    </section>
  );
}
