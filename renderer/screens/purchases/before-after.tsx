import { dayOfPurchase, figuresNow } from '../../../core/purchases/expected.ts';
import type { Purchase } from '../../../core/purchases/fold.ts';
import { ExpiryBars } from '../../components/expiry-bars.tsx';
import { Card } from '../../components/surfaces.tsx';
import { useDesk } from '../../store/desk.ts';
import { text } from '../../text/text.ts';
import { lineName } from './purchase-words.ts';

/** The expiry of each line before and after, as bars from the day of the order on. */
export function BeforeAfter({ purchase }: { readonly purchase: Purchase }) {
  const today = useDesk((desk) => desk.state.today);
  const day = dayOfPurchase(purchase, today);
  const figures = figuresNow(purchase, day);
  if (!figures.ok || figures.value.lines.length === 0) return null;
  return (
    <Card title={text('purchase.before-after')} aside={text('purchase.before-after-aside')}>
      <ExpiryBars lines={figures.value.lines} from={day} nameOf={lineName} />
    </Card>
  );
}
