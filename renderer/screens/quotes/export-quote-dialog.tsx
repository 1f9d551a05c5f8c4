import { useRef, useState } from 'react';
import { isProvisional } from '../../../core/desk/quotes/provisional.ts';
import type { QuoteId } from '../../../core/kernel/id.ts';
import { Button } from '../../components/buttons.tsx';
import { Checkbox } from '../../components/controls.tsx';
import { copyElement } from '../../components/copy.ts';
import { PaperPreview } from '../../components/paper-preview.tsx';
import { Modal } from '../../components/modal.tsx';
import { useDesk } from '../../store/desk.ts';
import { savePdf } from '../../store/save-file.ts';
import { saveTable, type TableForm } from '../../store/save-table.ts';
import { toast, useUi } from '../../store/ui-store.ts';
import { quoteCells } from '../../papers/quote-cells.ts';
import { sheetText } from '../../papers/print-sheet.ts';
import { quoteSheet } from '../../papers/quote-sheet.ts';
import { fileName } from '../../papers/quote-title.ts';
import { text } from '../../text/text.ts';

/** Exports a quote as PDF, spreadsheet or text. The text is shown before it is copied. */
export function ExportQuoteDialog({
  quoteId,
  onClose,
}: {
  readonly quoteId: QuoteId;
  readonly onClose: () => void;
}) {
  const workspace = useDesk((desk) => desk.state.workspace);
  const { quotes, firm: firms, logos, clients } = workspace;
  const [derived, setDerived] = useState(false);
  const calculation = useUi((ui) => ui.quoteCalculation);
  const [printing, setPrinting] = useState(false);
  const shown = useRef<HTMLPreElement>(null);
  const quote = quotes.get(quoteId);
  const firm = firms.get('firm');
  if (quote === undefined || firm === undefined) return null;
  const provisional = isProvisional(workspace, quoteId);
  const sheet = quoteSheet(
    quote,
    { firm, logo: logos.get('firm'), clients },
    { derived, calculation, provisional },
  );
  const name = fileName(quote, provisional);

  async function pdf(): Promise<void> {
    setPrinting(true);
    const saved = await savePdf({ name: `${name}.pdf`, document: sheet });
    setPrinting(false);
    if (saved) onClose();
  }

  async function table(form: TableForm): Promise<void> {
    if (quote === undefined) return;
    if (await saveTable(name, quoteCells(quote, clients, calculation), form)) onClose();
  }

  const copy = (): void => {
    if (shown.current !== null) toast(text(copyElement(shown.current) ? 'quote.copied' : 'quote.not-copied'));
  };
  return (
    <Modal large title={text('quote.export-title')} onClose={onClose}>
      {provisional && <p role="status">{text('quote.provisional')}</p>}
      <Checkbox checked={calculation} onChange={(on) => useUi.setState({ quoteCalculation: on })}>
        {text('offer.calculation')}
      </Checkbox>
      <Checkbox checked={derived} onChange={setDerived}>
        {text('quote.with-derivation')}
      </Checkbox>
      <div className="sheet-sides">
        <PaperPreview document={sheet} inDialog />
        <pre className="sheet-text" ref={shown}>
          {sheetText(sheet)}
        </pre>
      </div>
      <div className="dialog-actions at-hand">
        <Button onPress={onClose}>{text('shell.close')}</Button>
        <Button onPress={copy}>{text('quote.text')}</Button>
        <Button onPress={() => void table('csv')}>{text('quote.csv')}</Button>
        <Button onPress={() => void table('xlsx')}>{text('quote.xlsx')}</Button>
        <Button prints kind="primary" autoFocus isDisabled={printing} onPress={() => void pdf()}>
          {text(printing ? 'sheet.printing' : 'quote.pdf')}
        </Button>
      </div>
    </Modal>
  );
}
