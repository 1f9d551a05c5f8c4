import type { QuoteStanding } from '../../../core/quotes/quote-document.ts';
import { Badge, type Tone } from '../../components/surfaces.tsx';
import { text } from '../../text/text.ts';

const tones: Readonly<Record<QuoteStanding, Tone>> = {
  draft: 'wait',
  issued: 'accent',
  accepted: 'ok',
  expired: 'soon',
  withdrawn: 'wait',
  ordered: 'ok',
};

export function QuoteBadge({ standing }: { readonly standing: QuoteStanding }) {
  return <Badge tone={tones[standing]}>{text(`quote.state.${standing}`)}</Badge>;
}
