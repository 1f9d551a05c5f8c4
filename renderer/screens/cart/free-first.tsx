import { boardOf } from '../../../core/desk/seats/seat-boards.ts';
import type { Service } from '../../../core/services/service.ts';
import { Button } from '../../components/buttons.tsx';
import { Banner } from '../../components/surfaces.tsx';
import { useDesk } from '../../store/desk.ts';
import { openDialog } from '../../store/ui-store.ts';
import { text } from '../../text/text.ts';

/** Says that users are free while others are about to be bought. */
export function FreeFirst({ service, wanted }: { readonly service: Service; readonly wanted: number }) {
  const state = useDesk((desk) => desk.state);
  const { free } = boardOf(state, service);
  if (free === 0) return null;
  return (
    <Banner
      tone="soon"
      action={
        <Button onPress={() => openDialog({ kind: 'give-seat', serviceId: service.id })}>
          {text('give-seat.button')}
        </Button>
      }
    >
      {text('cart.free-first', { free, wanted })}
    </Banner>
  );
}
