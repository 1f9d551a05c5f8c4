import { useState } from 'react';
import type { Quote } from '../../../../core/desk/rows/state.ts';
import type { FeeId } from '../../../../core/kernel/id.ts';
import { usualFees, type Fee, type FeeWish } from '../../../../core/quotes/fees.ts';
import type { Fund } from '../../../../core/quotes/fund.ts';
import { explainFee, explainFund } from '../../../../core/quotes/offer.ts';
import { fundOf, latest } from '../../../../core/quotes/quote-document.ts';
import { Amount } from '../../../components/amount.tsx';
import { Button } from '../../../components/buttons.tsx';
import { Card } from '../../../components/surfaces.tsx';
import { submit } from '../../../store/actions.ts';
import { useDesk } from '../../../store/desk.ts';
import { calculationText } from '../../../text/calculation.ts';
import { hundredthsText, money } from '../../../text/format.ts';
import { quantityOf } from '../../../text/offer-explanation.ts';
import { text } from '../../../text/text.ts';
import { rateWords } from '../../../papers/quote-tables.ts';
import { FeeForm } from './fee-form.tsx';
import { FundForm } from './fund-form.tsx';

/** The firm's own fees in a quote. A draft has a form for the next one, and the fees of other quotes. */
export function FeesCard({ quote, calculation }: { readonly quote: Quote; readonly calculation: boolean }) {
  const revision = latest(quote);
  const { fees, quote: figures } = revision;
  const fund = fundOf(revision);
  const [changed, setChanged] = useState<FeeId | null>(null);
  const draft = quote.stage.state === 'draft';
  const form = (fee: Fee | null) => (
    <FeeForm
      key={fee?.id ?? 'new'}
      quoteId={quote.id}
      fee={fee}
      vatBasisPoints={figures.vatBasisPoints}
      onDone={() => setChanged(null)}
    />
  );
  if (!draft && fees.length === 0) return null;
  return (
    <Card title={text('fee.title')} aside={text('fee.aside')}>
      {fees.length === 0 ? (
        <p className="card-body muted">{text('fee.none')}</p>
      ) : (
        <table className="table dense" aria-label={text('fee.title')}>
          <thead>
            <tr>
              <th>{text('quote.fee')}</th>
              <th>{text('fee.quantity')}</th>
              {calculation && <th className="num">{text('explanation.calculation')}</th>}
              <th className="num">{text('fee.rate')}</th>
              <th className="num">{text('col.amount')}</th>
              {draft && (
                <th>
                  <span className="visually-hidden">{text('col.action')}</span>
                </th>
              )}
            </tr>
          </thead>
          <tbody>
            {fees.map((fee, at) => (
              <Row
                key={fee.id}
                quote={quote}
                fee={fee}
                at={at}
                calculation={calculation}
                onChange={setChanged}
              />
            ))}
            {fund !== undefined && (
              <FundRow fees={fees} fund={fund} calculation={calculation} draft={draft} />
            )}
          </tbody>
        </table>
      )}
      {draft && (
        <div className="card-body stack fee-editor">
          {form(fees.find(({ id }) => id === changed) ?? null)}
          <UsualFees quote={quote} />
          {fees.length > 0 && <FundForm quoteId={quote.id} fund={fund} />}
        </div>
      )}
    </Card>
  );
}

function Row({
  quote,
  fee,
  at,
  calculation,
  onChange,
}: {
  readonly quote: Quote;
  readonly fee: Fee;
  /** Its place, the first one being 0. */
  readonly at: number;
  readonly calculation: boolean;
  readonly onChange: (id: FeeId) => void;
}) {
  const remove = (): void =>
    void submit(
      { type: 'quote/remove-fee', quoteId: quote.id, feeId: fee.id },
      { text: text('fee.removed'), undo: true },
    );
  const count = latest(quote).fees.length;
  const move = (to: number): void => void moveFee(quote, fee, to);
  return (
    <tr
      data-fee={fee.id}
      onKeyDown={(event) => {
        const step = event.key === 'ArrowUp' ? -1 : event.key === 'ArrowDown' ? 1 : 0;
        if (step === 0 || !event.altKey || quote.stage.state !== 'draft') return;
        event.preventDefault();
        if (at + step >= 0 && at + step < count) move(at + step);
      }}
    >
      <td className="strong wrap">{fee.description}</td>
      <td className="nowrap">{quantityOf(fee)}</td>
      {calculation && <td className="num muted">{calculationText(explainFee(fee))}</td>}
      <td className="num">{rateWords(fee)}</td>
      <td className="num">
        <Amount explanation={explainFee(fee)} />
      </td>
      {quote.stage.state === 'draft' && (
        <td className="actions">
          <span className="row">
            <Button
              kind="quiet"
              isDisabled={at === 0}
              aria-label={text('fee.up', { name: fee.description })}
              onPress={() => move(at - 1)}
            >
              ↑
            </Button>
            <Button
              kind="quiet"
              isDisabled={at === count - 1}
              aria-label={text('fee.down', { name: fee.description })}
              onPress={() => move(at + 1)}
            >
              ↓
            </Button>
            <Button
              kind="quiet"
              aria-label={text('fee.change', { name: fee.description })}
              onPress={() => onChange(fee.id)}
            >
              {text('fee.change-short')}
            </Button>
            <Button kind="quiet" aria-label={text('fee.remove', { name: fee.description })} onPress={remove}>
              {text('fee.remove-short')}
            </Button>
          </span>
        </td>
      )}
    </tr>
  );
}

/** Moves a fee, and says its new place. The focus stays in its row. */
async function moveFee(quote: Quote, { id, description }: Fee, to: number): Promise<void> {
  const focused = document.activeElement;
  const moved = await submit(
    { type: 'quote/move-fee', quoteId: quote.id, feeId: id, to },
    {
      text: text('fee.moved', { name: description, place: to + 1, count: latest(quote).fees.length }),
      undo: true,
    },
  );
  if (!moved) return;
  // A row that moves loses the focus, and so does a button that becomes disabled.
  requestAnimationFrame(() => {
    const row = document.querySelector(`[data-fee="${id}"]`);
    if (row === null) return;
    if (focused instanceof HTMLButtonElement && row.contains(focused) && !focused.disabled) focused.focus();
    else row.querySelector<HTMLElement>('button:not(:disabled)')?.focus();
  });
}

/** The contribution to the firm's fund, after all fees. */
function FundRow({
  fees,
  fund,
  calculation,
  draft,
}: {
  readonly fees: readonly Fee[];
  readonly fund: Fund;
  readonly calculation: boolean;
  readonly draft: boolean;
}) {
  const explanation = explainFund(fees, fund);
  return (
    <tr>
      <td className="strong wrap">{text('fund.line', { rate: hundredthsText(fund.basisPoints) })}</td>
      <td />
      {calculation && <td className="num muted">{calculationText(explanation)}</td>}
      <td className="num">{rateWords(fund)}</td>
      <td className="num">
        <Amount explanation={explanation} />
      </td>
      {draft && <td />}
    </tr>
  );
}

/** At most so many usual fees are offered: a row of buttons. */
const mostOffered = 6;

/** The fees of the firm's other quotes, each with one press. Those that are here already are left out. */
function UsualFees({ quote }: { readonly quote: Quote }) {
  const quotes = useDesk((desk) => desk.state.workspace.quotes);
  const known = [...quotes.values()]
    .map(latest)
    .sort((a, b) => (a.quote.day < b.quote.day ? -1 : 1))
    .map(({ fees }) => fees);
  const here = new Set(latest(quote).fees.map(({ description }) => description));
  const offered = usualFees(known)
    .filter(({ description }) => !here.has(description))
    .slice(0, mostOffered);
  if (offered.length === 0) return null;
  const add = (fee: FeeWish): void =>
    void submit(
      { type: 'quote/fee', quoteId: quote.id, feeId: null, fee },
      { text: text('fee.added'), undo: true },
    );
  return (
    <div className="row">
      <span className="faint">{text('fee.usual')}</span>
      {offered.map((fee) => (
        <Button
          key={fee.description}
          kind="quiet"
          aria-label={text('fee.usual-add', { name: fee.description, price: money(fee.unitPrice) })}
          onPress={() => add(fee)}
        >
          {fee.description}
        </Button>
      ))}
    </div>
  );
}
