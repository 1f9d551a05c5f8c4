import { quotedPriceOf, type QuotedPrice } from '../../../core/desk/quotes/quoted-price.ts';
import type { Cart } from '../../../core/orders/cart.ts';
import type { Figures } from '../../../core/quotes/figures.ts';
import { Banner } from '../../components/surfaces.tsx';
import { useDesk } from '../../store/desk.ts';
import { money } from '../../text/format.ts';
import { text, type TextId } from '../../text/text.ts';

function sentenceOf({ accepted, same }: QuotedPrice): TextId {
  if (!same) return 'quote.other-cart';
  return accepted ? 'quote.accepted-price' : 'quote.promised-price';
}

/**
 * What the quote of a cart says, where the cart comes to something else: the client pays what was promised,
 * Aruba charges the price of the day.
 */
export function QuotedPriceBanner({ cart, figures }: { readonly cart: Cart; readonly figures: Figures }) {
  const state = useDesk((desk) => desk.state);
  const quoted = quotedPriceOf(state, cart);
  if (quoted === null || quoted.gross === figures.gross) return null;
  return (
    <Banner tone="soon">
      {text(sentenceOf(quoted), {
        number: quoted.number,
        quoted: money(quoted.gross),
        today: money(figures.gross),
      })}
    </Banner>
  );
}
