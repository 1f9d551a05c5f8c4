import type { Quote } from '../../../core/desk/rows/state.ts';
import { Button } from '../../components/buttons.tsx';
import { Card } from '../../components/surfaces.tsx';
import { openDialog } from '../../store/ui-store.ts';
import { text } from '../../text/text.ts';

/** The recipient and the notes. They can be changed while the quote is a draft. */
export function QuoteRecipient({ quote }: { readonly quote: Quote }) {
  const { recipient, notes } = quote;
  const draft = quote.stage.state === 'draft';
  return (
    <Card
      title={text('quotes.recipient')}
      aside={
        draft ? (
          <Button onPress={() => openDialog({ kind: 'quote-details', quoteId: quote.id })}>
            {text('quote.details-edit')}
          </Button>
        ) : undefined
      }
    >
      <div className="card-body stack">
        <div>
          <div className="strong wrap">{recipient.name}</div>
          <div className="wrap">{recipient.lines.join('\n')}</div>
          {recipient.vatCode !== '' && (
            <div className="mono">{text('sheet.vat-code', { code: recipient.vatCode })}</div>
          )}
        </div>
        {notes !== '' && <p className="muted wrap">{notes}</p>}
      </div>
    </Card>
  );
}
