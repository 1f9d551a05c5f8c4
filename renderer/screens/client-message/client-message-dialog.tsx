import { usualMethod } from '../../../core/desk/orders/usual-payer.ts';
import { useRef, useState } from 'react';
import { Button } from '../../components/buttons.tsx';
import { Select, TextField } from '../../components/controls.tsx';
import { copyElement } from '../../components/copy.ts';
import { Modal } from '../../components/modal.tsx';
import { checkIban } from '../../../core/kernel/iban.ts';
import { paymentMethods, type PaymentMethod } from '../../../core/orders/payment.ts';
import { clientMessage } from '../../papers/client-message.ts';
import { codeStanding, type MessageTerms } from '../../papers/client-steps.ts';
import { sheetText } from '../../papers/print-sheet.ts';
import { useDesk } from '../../store/desk.ts';
import { saveFile, savePdf } from '../../store/save-file.ts';
import { toast } from '../../store/ui-store.ts';
import { amount } from '../../text/format.ts';
import { readMoney } from '../../text/read-money.ts';
import { inLanguage, text, type Language } from '../../text/text.ts';
import { aboutPurchase, type AboutPurchase, type MessageAbout } from './about-purchase.ts';

/** The message to a client who buys alone: as text to copy or save, and as PDF. Nothing of it is stored. */
export function ClientMessageDialog({
  about,
  onClose,
}: {
  readonly about: MessageAbout;
  readonly onClose: () => void;
}) {
  const state = useDesk((desk) => desk.state);
  const found = aboutPurchase(state, about);
  return (
    <Modal large title={text('client-message.title')} onClose={onClose}>
      {found === undefined ? (
        <p className="muted">{text('client-message.gone')}</p>
      ) : (
        <Message found={found} onClose={onClose} />
      )}
    </Modal>
  );
}

/** A file name of letters and digits, as the main process takes it. */
const plainName = (name: string): string =>
  name
    .replaceAll(/[^\p{L}\p{N} ._-]/gu, ' ')
    .replaceAll(/\s+/g, ' ')
    .trim()
    .slice(0, 80);

interface Typed {
  readonly language: Language;
  readonly method: PaymentMethod;
  readonly orderNumber: string;
  readonly shown: string;
  readonly beneficiary: string;
  readonly iban: string;
}

const termsOf = (typed: Typed, today: MessageTerms['today']): MessageTerms => ({
  today,
  method: typed.method,
  orderNumber: typed.orderNumber.trim(),
  shownGross: readMoney(typed.shown) ?? null,
  beneficiary: typed.beneficiary.trim(),
  iban: typed.iban,
});

function Message({ found, onClose }: { readonly found: AboutPurchase; readonly onClose: () => void }) {
  const { firm: firms, logos } = useDesk((desk) => desk.state.workspace);
  const today = useDesk((desk) => desk.state.today);
  const usual = useDesk((desk) => usualMethod(desk.state, found.purchase.content));
  const [typed, setTyped] = useState<Typed>({
    language: 'it',
    method: found.method ?? usual ?? 'bank-transfer',
    orderNumber: found.orderNumber,
    shown: found.shownGross === null ? '' : amount(found.shownGross),
    beneficiary: '',
    iban: '',
  });
  const [printing, setPrinting] = useState(false);
  const shown = useRef<HTMLPreElement>(null);
  const firm = firms.get('firm');
  if (firm === undefined) return null;
  const { purchase } = found;
  const badShown = typed.shown.trim() !== '' && readMoney(typed.shown) === undefined;
  const sheet = inLanguage(typed.language, () =>
    clientMessage(purchase, termsOf(typed, today), firm, logos.get('firm')),
  );
  const words = inLanguage(typed.language, () => sheetText(sheet));
  const name = plainName(text('client-message.file', { holder: purchase.holder }));

  async function pdf(): Promise<void> {
    setPrinting(true);
    const saved = await savePdf({ name: `${name}.pdf`, document: sheet });
    setPrinting(false);
    if (saved) onClose();
  }
  async function txt(): Promise<void> {
    if (await saveFile({ name: `${name}.txt`, text: words })) onClose();
  }
  const copy = (): void => {
    if (shown.current !== null)
      toast(text(copyElement(shown.current) ? 'client-message.copied' : 'client-message.not-copied'));
  };

  return (
    <>
      <Terms typed={typed} badShown={badShown} onChange={setTyped} />
      <CodeNote terms={termsOf(typed, today)} badShown={badShown} />
      <div className="dialog-actions">
        <Button onPress={onClose}>{text('shell.close')}</Button>
        <Button isDisabled={badShown} onPress={() => void txt()}>
          {text('client-message.txt')}
        </Button>
        <Button isDisabled={badShown || printing} onPress={() => void pdf()}>
          {text(printing ? 'sheet.printing' : 'client-message.pdf')}
        </Button>
        <Button kind="primary" autoFocus isDisabled={badShown} onPress={copy}>
          {text('client-message.copy')}
        </Button>
      </div>
      <pre className="sheet-text" ref={shown} lang={typed.language} aria-label={text('client-message.text')}>
        {words}
      </pre>
    </>
  );
}

/** Whether the PDF has a code for the transfer, else what it needs. */
function CodeNote({ terms, badShown }: { readonly terms: MessageTerms; readonly badShown: boolean }) {
  const standing = codeStanding(terms);
  if (standing === null) return null;
  return (
    <p className="muted" role="status">
      {text(
        badShown
          ? 'client-message.qr-amount'
          : standing === 'ready'
            ? 'client-message.qr-is-there'
            : `client-message.qr-${standing}`,
      )}
    </p>
  );
}

/** How the client pays, and what is known of the order. */
function Terms({
  typed,
  badShown,
  onChange,
}: {
  readonly typed: Typed;
  readonly badShown: boolean;
  readonly onChange: (typed: Typed) => void;
}) {
  const set = (part: Partial<Typed>): void => onChange({ ...typed, ...part });
  const checked = checkIban(typed.iban);
  return (
    <div className="form-grid">
      <Select
        label={text('client-message.method')}
        value={typed.method}
        choices={paymentMethods.map((id) => ({ id, label: text(`method.${id}`) }))}
        onChange={(method) => set({ method })}
      />
      <Select
        label={text('client-message.language')}
        value={typed.language}
        choices={[
          { id: 'it' as const, label: 'Italiano' },
          { id: 'en' as const, label: 'English' },
        ]}
        onChange={(language) => set({ language })}
      />
      <TextField
        label={text('client-message.number')}
        hint={text('client-message.number-hint')}
        maxLength={40}
        value={typed.orderNumber}
        onChange={(orderNumber) => set({ orderNumber })}
      />
      <TextField
        label={text('client-message.shown')}
        hint={text('client-message.shown-hint')}
        value={typed.shown}
        onChange={(shown) => set({ shown })}
        error={badShown ? text('client-message.shown-bad') : undefined}
      />
      {typed.method === 'bank-transfer' && typed.orderNumber.trim() !== '' && (
        <>
          <TextField
            label={text('client-message.beneficiary')}
            maxLength={70}
            value={typed.beneficiary}
            onChange={(beneficiary) => set({ beneficiary })}
          />
          <TextField
            label={text('client-message.iban')}
            hint={text('client-message.iban-hint')}
            value={typed.iban}
            onChange={(iban) => set({ iban })}
            error={
              typed.iban.trim() !== '' && !checked.ok
                ? text('iban.suspect', { problem: checked.error.problem })
                : undefined
            }
          />
        </>
      )}
    </div>
  );
}
