import { renewalAction } from '../../../core/desk/pending/automatic-renewal.ts';
import { phaseOf } from '../../../core/services/lifecycle.ts';
import type { Service } from '../../../core/services/service.ts';
import { Button } from '../../components/controls.tsx';
import { useDesk } from '../../store/desk.ts';
import { text } from '../../text/text.ts';
import { openRenewal } from '../cart/open-cart.ts';

/**
 * Rinnova, or Riattiva in grace; nothing where automatic renewal hides them (rules F). `due`: only where it
 * is time.
 */
export function RenewButton({
  service,
  kind = 'plain',
  due = false,
}: {
  readonly service: Service;
  readonly kind?: 'plain' | 'primary';
  readonly due?: boolean;
}) {
  const state = useDesk((desk) => desk.state);
  const action = renewalAction(state, service);
  if (action === null || (due && phaseOf(service, state.today) === 'active')) return null;
  const label = text(`renewal.${action === 'renew' ? 'renew' : 'reactivate'}`);
  return (
    <Button
      kind={kind}
      aria-label={due ? `${label}: ${service.holder}` : label}
      onPress={() => void openRenewal(service.id)}
    >
      {label}
    </Button>
  );
}
