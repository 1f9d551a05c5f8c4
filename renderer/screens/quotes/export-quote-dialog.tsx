import { useRef, useState } from 'react';
import type { QuoteId } from '../../../core/kernel/id.ts';
import { Button, Checkbox } from '../../components/controls.tsx';
import { copyElement } from '../../components/copy.ts';
import { Modal } from '../../components/modal.tsx';
import { useDesk } from '../../store/desk.ts';
import { savePdf } from '../../store/save-file.ts';
import { saveTable, type TableForm } from '../../store/save-table.ts';
import { toast } from '../../store/ui-store.ts';
import { quoteCells } from '../../papers/quote-cells.ts';
import { sheetText } from '../../papers/print-sheet.ts';
import { fileName, quoteSheet } from '../../papers/quote-sheet.ts';
import { text } from '../../text/text.ts';

/** Exports a quote as PDF, spreadsheet or text. The text is shown before it is copied. */
export function ExportQuoteDialog({
  quoteId,
  onClose,
}: {
  readonly quoteId: QuoteId;
  readonly onClose: () => void;
}) {
  const { quotes, firm: firms, logos } = useDesk((desk) => desk.state.workspace);
  const [derived, setDerived] = useState(false);
  const [printing, setPrinting] = useState(false);
  const shown = useRef<HTMLPreElement>(null);
  const quote = quotes.get(quoteId);
  const firm = firms.get('firm');
  if (quote === undefined || firm === undefined) return null;
  const sheet = quoteSheet(quote, firm, logos.get('firm'), derived);
  const name = fileName(quote);

  async function pdf(): Promise<void> {
    setPrinting(true);
    const saved = await savePdf({ name: `${name}.pdf`, document: sheet });
    setPrinting(false);
    if (saved) onClose();
  }

  async function table(form: TableForm): Promise<void> {
    if (quote === undefined) return;
    if (await saveTable(name, quoteCells(quote), form)) onClose();
  }

  const copy = (): void => {
    if (shown.current !== null) toast(text(copyElement(shown.current) ? 'quote.copied' : 'quote.not-copied'));
  };
  return (
    <Modal large title={text('quote.export-title')} onClose={onClose}>
      <Checkbox checked={derived} onChange={setDerived}>
        {text('quote.with-derivation')}
      </Checkbox>
      <pre className="sheet-text" ref={shown}>
        {sheetText(sheet)}
      </pre>
      <div className="dialog-actions">
        <Button onPress={onClose}>{text('shell.close')}</Button>
        <Button onPress={copy}>{text('quote.text')}</Button>
        <Button onPress={() => void table('csv')}>{text('quote.csv')}</Button>
        <Button onPress={() => void table('xlsx')}>{text('quote.xlsx')}</Button>
        <Button kind="primary" autoFocus isDisabled={printing} onPress={() => void pdf()}>
          {text(printing ? 'sheet.printing' : 'quote.pdf')}
        </Button>
      </div>
    </Modal>
  );
}
