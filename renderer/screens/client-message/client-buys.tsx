import type { ServiceId } from '../../../core/kernel/id.ts';
import { Button } from '../../components/controls.tsx';
import { Banner } from '../../components/surfaces.tsx';
import { openDialog } from '../../store/ui-store.ts';
import { text, type TextId } from '../../text/text.ts';
import { useRegistered } from '../register/use-registered.ts';
import type { MessageAbout } from './about-purchase.ts';

/** Said first where only the client can buy (rule J5), with the message to them. Else nothing. */
export function ClientBuys({
  serviceId,
  about,
  says,
}: {
  readonly serviceId: ServiceId;
  readonly about: MessageAbout;
  readonly says: TextId;
}) {
  const { registered } = useRegistered(serviceId);
  return registered.known.access?.value === 'client-buys' ? (
    <Banner
      tone="soon"
      action={
        <Button onPress={() => openDialog({ kind: 'client-message', about })}>
          {text('client-message.button')}
        </Button>
      }
    >
      {text(says)}
    </Banner>
  ) : null;
}
