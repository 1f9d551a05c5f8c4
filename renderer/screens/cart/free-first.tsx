import { boardOf, panelPlanOf } from '../../../core/desk/seats/seat-boards.ts';
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

/** Says that people who left hold users: freed ones need not be bought. */
export function LeaversFirst({ service }: { readonly service: Service }) {
  const state = useDesk((desk) => desk.state);
  const { standing } = panelPlanOf(state, service);
  const personIds = boardOf(state, service).leavers.filter((id) => standing.get(id) !== 'deleting');
  if (personIds.length === 0) return null;
  return (
    <div className="card-foot row spread">
      <span className="muted">{text('cart.leavers-first', { count: personIds.length })}</span>
      <Button
        kind="quiet"
        onPress={() => openDialog({ kind: 'free-seats', serviceId: service.id, personIds })}
      >
        {text('status.free')}
      </Button>
    </div>
  );
}
