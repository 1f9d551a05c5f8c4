import { useState } from 'react';
import { Form } from 'react-aria-components';
import type { QuoteId } from '../../../../core/kernel/id.ts';
import { mostFundBasisPoints, usualFund, type Fund } from '../../../../core/quotes/fund.ts';
import { Button } from '../../../components/buttons.tsx';
import { TextField } from '../../../components/controls.tsx';
import { submit } from '../../../store/actions.ts';
import { hundredthsText } from '../../../text/format.ts';
import { text } from '../../../text/text.ts';
import { NatureSelect } from './nature-select.tsx';
import { readHundredths } from './read-fee.ts';

/** The contribution to the firm's pension fund: none yet, or its share and its VAT. Enter saves them. */
export function FundForm({ quoteId, fund }: { readonly quoteId: QuoteId; readonly fund: Fund | undefined }) {
  const [typed, setTyped] = useState<{ readonly share: string; readonly vat: string } | null>(null);
  const put = (next: Fund | null, done: 'fund.saved' | 'fund.removed'): void =>
    void submit({ type: 'quote/fund', quoteId, fund: next }, { text: text(done), undo: true });
  if (fund === undefined)
    return (
      <div>
        <Button kind="quiet" onPress={() => put(usualFund, 'fund.saved')}>
          {text('fund.add')}
        </Button>
      </div>
    );
  const share = typed?.share ?? hundredthsText(fund.basisPoints);
  const vat = typed?.vat ?? hundredthsText(fund.vatBasisPoints);
  const basisPoints = readHundredths(share);
  const vatBasisPoints = readHundredths(vat);
  const badShare = basisPoints === undefined || basisPoints < 1 || basisPoints > mostFundBasisPoints;
  const badVat = vatBasisPoints === undefined || vatBasisPoints < 0 || vatBasisPoints > 10_000;
  function save(): void {
    if (badShare || badVat) return;
    put({ ...fund, basisPoints, vatBasisPoints }, 'fund.saved');
    setTyped(null);
  }
  return (
    <Form
      className="row row-end row-wrap"
      aria-label={text('fund.title')}
      onSubmit={(event) => {
        event.preventDefault();
        save();
      }}
    >
      <TextField
        label={text('fund.share')}
        inputMode="decimal"
        value={share}
        error={badShare ? text('fund.bad-share') : undefined}
        onChange={(value) => setTyped({ share: value, vat })}
      />
      <TextField
        label={text('fee.vat')}
        inputMode="decimal"
        value={vat}
        error={badVat ? text('fee.bad-vat') : undefined}
        onChange={(value) => setTyped({ share, vat: value })}
      />
      {fund.vatBasisPoints === 0 && (
        <NatureSelect
          nature={fund.nature ?? null}
          onChange={(nature) => {
            const { basisPoints: kept } = fund;
            const without = { basisPoints: kept, vatBasisPoints: 0 };
            put(nature === null ? without : { ...without, nature }, 'fund.saved');
          }}
        />
      )}
      {typed !== null && <Button type="submit">{text('shell.save')}</Button>}
      <Button kind="quiet" onPress={() => put(null, 'fund.removed')}>
        {text('fund.remove')}
      </Button>
    </Form>
  );
}
