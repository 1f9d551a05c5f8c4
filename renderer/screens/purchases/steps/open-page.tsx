import type { ServiceId } from '../../../../core/kernel/id.ts';
import { useDesk } from '../../../store/desk.ts';
import { text } from '../../../text/text.ts';
import { arrangedText } from '../../register/arrangement/arrangement-words.ts';
import { useRegistered } from '../../register/use-registered.ts';
import { kindOf } from '../purchase-words.ts';
import { happen } from './happen.ts';
import { OutsideLink } from './outside-link.tsx';
import { GoOn, StepCard } from './step-card.tsx';
import type { StepProps } from './step-props.ts';

/** Step 2: which page to open, in the words of Aruba's guide. It opens only the host's first page. */
export function OpenPage({ purchase, takesFocus }: StepProps) {
  const kind = kindOf(purchase);
  const { service, content } = purchase.record.revision;
  return (
    <StepCard title={text('purchase-step.open-title')} takesFocus={takesFocus}>
      {kind === 'first-purchase' && content.subject.kind === 'first-purchase' ? (
        <>
          <p>
            {text('purchase-step.open-first', {
              kind: text(`kind.${content.subject.serviceKind}`),
              holder: purchase.record.holder,
            })}
          </p>
          <div className="row">
            <OutsideLink host="www.pec.it" />
          </div>
        </>
      ) : (
        <>
          {service !== null && <Way serviceId={service.id} />}
          <p>
            {text('purchase-step.open-area', {
              path: text(`purchase-step.path-${kind as 'add-users' | 'renewal' | 'reactivation'}`),
            })}
          </p>
          <p>
            {text('purchase-step.open-panel', {
              button: text(`purchase-step.button-${kind as 'add-users' | 'renewal' | 'reactivation'}`),
            })}
          </p>
          <div className="row row-wrap">
            <OutsideLink host="areaclienti.pec.it" />
            <OutsideLink host="fatturazioneelettronica.aruba.it" />
          </div>
        </>
      )}
      <p className="faint">{text('purchase-step.no-deep-link')}</p>
      <div className="row">
        <GoOn onPress={() => void happen(purchase, { kind: 'opened' })} />
      </div>
    </StepCard>
  );
}

/** How the firm gets to the service, if it is not the firm's own account. */
function Way({ serviceId }: { readonly serviceId: ServiceId }) {
  const known = useDesk((desk) => desk.state.replica.services.has(serviceId));
  const access = useRegistered(serviceId).registered.known.access?.value;
  return known && (access === 'supervisore-360' || access === 'premium') ? (
    <p>{text('purchase-step.open-premium', { way: arrangedText('access', access) })}</p>
  ) : null;
}
