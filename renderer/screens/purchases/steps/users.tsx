import { useDesk } from '../../../store/desk.ts';
import { text } from '../../../text/text.ts';
import { PanelByHand } from '../../people/list/panel-by-hand.tsx';
import { usersLeft } from '../purchase-steps.ts';
import { OutsideLink } from './outside-link.tsx';
import { StepCard } from './step-card.tsx';
import type { StepProps } from './step-props.ts';

/** Step 8: the users of the panel one by one; a password is never asked. */
export function Users({ purchase, takesFocus }: StepProps) {
  const state = useDesk((desk) => desk.state);
  const service = state.replica.services.get(purchase.activated?.serviceId ?? '');
  const steps = usersLeft(state, purchase);
  return (
    <StepCard title={text('purchase-step.users-title')} takesFocus={takesFocus}>
      <p>{text('purchase-step.users-lead')}</p>
      {service !== undefined && <PanelByHand service={service} steps={steps} />}
      <div className="row">
        <OutsideLink host="fatturazioneelettronica.aruba.it" />
      </div>
    </StepCard>
  );
}
