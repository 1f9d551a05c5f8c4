import type { Forgotten } from '../../../core/desk/rows/forgotten.ts';
import { Button } from '../../components/buttons.tsx';
import { submit } from '../../store/actions.ts';
import { useDesk } from '../../store/desk.ts';
import { go } from '../../store/ui-store.ts';
import { text } from '../../text/text.ts';
import { againLabel, forgottenWords } from './forgotten-words.ts';

/** Sends again or lets go, one thing at a time. An order becomes a cart again, and its screen opens. */
export function DecideButtons({ row }: { readonly row: Forgotten }) {
  const state = useDesk((desk) => desk.state);
  const { id, thing } = row;
  const what = forgottenWords(state, thing);
  const again = againLabel(state, row);

  async function sendAgain(): Promise<void> {
    const key = thing.kind === 'order' ? (thing.order.clientReference ?? '') : '';
    const cartId = state.workspace.placements.get(key)?.cart.id;
    const words = text(cartId === undefined ? 'forgotten.sent' : 'forgotten.in-cart');
    if ((await submit({ type: 'forgotten/send-again', id }, { text: words })) && cartId !== undefined)
      go({ screen: 'cart', cartId });
  }

  const label = text(
    thing.kind === 'cart' ? 'forgotten.take-theirs' : again === null ? 'forgotten.read' : 'forgotten.let-go',
  );
  return (
    <span className="row end">
      {again !== null && (
        <Button aria-label={`${text(again)}: ${what}`} onPress={() => void sendAgain()}>
          {text(again)}
        </Button>
      )}
      <Button
        aria-label={`${label}: ${what}`}
        onPress={() => void submit({ type: 'forgotten/let-go', id }, { text: text('forgotten.gone') })}
      >
        {label}
      </Button>
    </span>
  );
}
