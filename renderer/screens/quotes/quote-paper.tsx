import { isProvisional } from '../../../core/desk/quotes/provisional.ts';
import type { Quote } from '../../../core/desk/rows/state.ts';
import { PaperPreview } from '../../components/paper-preview.tsx';
import { Card } from '../../components/surfaces.tsx';
import { quoteSheet } from '../../papers/quote-sheet.ts';
import { useDesk } from '../../store/desk.ts';
import { useUi } from '../../store/ui-store.ts';
import { text } from '../../text/text.ts';

/** The quote as it will be printed, beside what is written. */
export function QuotePaper({ quote }: { readonly quote: Quote }) {
  const workspace = useDesk((desk) => desk.state.workspace);
  const calculation = useUi((ui) => ui.quoteCalculation);
  const firm = workspace.firm.get('firm');
  if (firm === undefined) return null;
  const sheet = quoteSheet(
    quote,
    { firm, logo: workspace.logos.get('firm'), clients: workspace.clients },
    { derived: false, calculation, provisional: isProvisional(workspace, quote.id) },
  );
  return (
    <Card title={text('paper.preview')}>
      <div className="card-body">
        <PaperPreview document={sheet} />
      </div>
    </Card>
  );
}
