import { openCarts } from '../../../core/desk/cart/cart-standing.ts';
import { openForgotten } from '../../../core/desk/pending/forgotten.ts';
import type { SyncStatus } from '../../../core/bridge/sync-status.ts';
import { bridge } from '../../bridge.ts';
import { Button } from '../../components/buttons.tsx';
import { Banner, Card, Empty, Page } from '../../components/surfaces.tsx';
import { useDesk, vendorSync } from '../../store/desk.ts';
import { openDialog } from '../../store/ui-store.ts';
import { momentText } from '../../text/moment.ts';
import { text } from '../../text/text.ts';
import { ForgottenCard } from '../forgotten/forgotten-card.tsx';
import { Conflict } from './conflict.tsx';
import { Waiting } from './waiting.tsx';

const failing = ['unreadable', 'too-much', 'waiting', 'broken'] as const;
const isFailing = (link: SyncStatus['link']): link is (typeof failing)[number] =>
  failing.some((one) => one === link);

/** Everything on its way to the vendor, and the conflicts that a person must decide. */
export function SyncScreen() {
  const state = useDesk((desk) => desk.state);
  const sync = useDesk(vendorSync);
  const { conflicts, toSend: carts } = openCarts(state);
  const entries = [...state.workspace.outbox.values()].sort((a, b) => a.order - b.order);
  const nothing =
    openForgotten(state).length === 0 && conflicts.length === 0 && entries.length === 0 && carts.length === 0;
  return (
    <Page
      title={text('sync.title')}
      lead={
        sync.lastSync === null ? text('sync.never') : text('sync.last', { when: momentText(sync.lastSync) })
      }
      actions={
        <>
          {sync.link === 'signed-out' ? (
            <Button kind="primary" onPress={() => openDialog({ kind: 'sign-in', why: 'asked' })}>
              {text('sign-in.button')}
            </Button>
          ) : (
            <Button kind="primary" onPress={() => void bridge.call('sync/now', null)}>
              {text('sync.now')}
            </Button>
          )}
        </>
      }
    >
      {isFailing(sync.link) && <Banner tone="late">{text(`sync.lead-${sync.link}`)}</Banner>}
      <ForgottenCard />
      {conflicts.map((conflict) => (
        <Conflict key={conflict.cartId} conflict={conflict} />
      ))}
      {nothing ? (
        <Card>
          <Empty title={text('sync.nothing-title')}>{text('sync.nothing-text')}</Empty>
        </Card>
      ) : (
        (entries.length > 0 || carts.length > 0) && <Waiting entries={entries} carts={carts} />
      )}
    </Page>
  );
}
