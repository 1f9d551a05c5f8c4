import type { Quote } from '../../../core/desk/rows/state.ts';
import { Button } from '../../components/buttons.tsx';
import { Card } from '../../components/surfaces.tsx';
import { openDialog } from '../../store/ui-store.ts';
import { text } from '../../text/text.ts';

/** The firm's own words in a quote, before its lines and after its totals. A draft can change them. */
export function WordsCard({ quote }: { readonly quote: Quote }) {
  const { opening, closing } = quote;
  const draft = quote.stage.state === 'draft';
  const none = opening === '' && closing === '';
  if (!draft && none) return null;
  return (
    <Card
      title={text('words.title')}
      aside={
        draft ? (
          <Button onPress={() => openDialog({ kind: 'quote-words', quoteId: quote.id })}>
            {text('words.edit')}
          </Button>
        ) : undefined
      }
    >
      <div className="card-body stack">
        {none && <p className="muted">{text('words.none')}</p>}
        {opening !== '' && <p className="wrap">{opening}</p>}
        {closing !== '' && <p className="wrap">{closing}</p>}
      </div>
    </Card>
  );
}
