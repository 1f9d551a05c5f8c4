import type { ServiceId } from '../../../core/kernel/id.ts';
import { Banner } from '../../components/surfaces.tsx';
import { text } from '../../text/text.ts';
import { useRegistered } from '../register/use-registered.ts';

/** Said first where only the client can buy (rule J5). The page has the button of the message. */
export function ClientBuys({ serviceId }: { readonly serviceId: ServiceId }) {
  const { registered } = useRegistered(serviceId);
  return registered.known.access?.value === 'client-buys' ? (
    <Banner tone="soon">{text('purchase-step.prepare-client')}</Banner>
  ) : null;
}
