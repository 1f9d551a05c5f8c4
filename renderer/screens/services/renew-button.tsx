import { renewalAction } from '../../../core/desk/pending/automatic-renewal.ts';
import { phaseOf } from '../../../core/services/lifecycle.ts';
import type { Service } from '../../../core/services/service.ts';
import { Button } from '../../components/buttons.tsx';
import { useDesk } from '../../store/desk.ts';
import { text } from '../../text/text.ts';
import { openRenewal } from '../cart/open-cart.ts';

/**
 * The "Rinnova" button, or "Riattiva" in the grace period. Shows nothing while automatic
 * renewal is on (rules F).
 * `due`: shows the button only if the renewal is due. `onPressed`: a dialog closes with it.
 */
export function RenewButton({
  service,
  kind = 'plain',
  due = false,
  onPressed,
}: {
  readonly service: Service;
  readonly kind?: 'plain' | 'primary';
  readonly due?: boolean;
  readonly onPressed?: () => void;
}) {
  const state = useDesk((desk) => desk.state);
  const action = renewalAction(state, service);
  if (action === null || (due && phaseOf(service, state.today) === 'active')) return null;
  const label = text(`renewal-cart.${action === 'renew' ? 'renew' : 'reactivate'}`);
  return (
    <Button
      kind={kind}
      aria-label={due ? `${label}: ${service.holder}` : label}
      onPress={() => {
        onPressed?.();
        void openRenewal(service.id);
      }}
    >
      {label}
    </Button>
  );
}
