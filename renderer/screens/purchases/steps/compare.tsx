import { useMemo, useState } from 'react';
import {
  findingFrom,
  findings,
  ruleProposal,
  policyProposal,
} from '../../../../core/desk/purchases/findings.ts';
import { calibratePurchase, comparePurchase } from '../../../../core/purchases/compare.ts';
import { dayOfPurchase, expectedOn, frozenReading } from '../../../../core/purchases/expected.ts';
import { differenceCauses, type DifferenceCause } from '../../../../core/purchases/purchase.ts';
import { possible } from '../../../../core/purchases/transitions.ts';
import type { AppState } from '../../../../core/desk/rows/state.ts';
import type { Purchase } from '../../../../core/purchases/fold.ts';
import { contradicts, saysNothing, type Receipt } from '../../../../core/quotes/calibrate.ts';
import { Button } from '../../../components/buttons.tsx';
import { Select, TextField } from '../../../components/controls.tsx';
import { Banner } from '../../../components/surfaces.tsx';
import { useDesk } from '../../../store/desk.ts';
import { openDialog } from '../../../store/ui-store.ts';
import { dayText } from '../../../text/format.ts';
import { refusalText } from '../../../text/sentences.ts';
import { text } from '../../../text/text.ts';
import { CopyButton } from './copied.tsx';
import { ComparisonBanner } from './comparison-banner.tsx';
import { FurtherFigure } from './further-figure.tsx';
import { happen } from './happen.ts';
import { OutsideLink } from './outside-link.tsx';
import { nothingTyped, readReceipt, type TypedReceipt } from './read-receipt.ts';
import { ReceiptFields } from './receipt-fields.tsx';
import { GoOn, StepCard } from './step-card.tsx';
import type { StepProps } from './step-props.ts';

/**
 * The only rule or policy that all evidence allows, with what was typed just now instead of what was recorded
 * of this purchase. Null if there is none.
 */
function proposedChange(state: AppState, purchase: Purchase, receipt: Receipt) {
  const { record } = purchase;
  const found = calibratePurchase(record, dayOfPurchase(purchase, state.today), receipt);
  const others = findings(state).filter(({ id }) => id !== record.id);
  const own = found.ok
    ? [
        findingFrom(found.value, {
          id: record.id,
          on: state.today,
          from: 'purchase',
          holder: record.holder,
          about: receipt.extension ? 'rule' : 'policy',
          explained: false,
        }),
      ]
    : [];
  const all = [...others, ...own];
  if (receipt.extension) {
    const rule = ruleProposal(all);
    return rule.kind === 'one' ? { change: { rule: rule.value }, count: rule.findings.length } : null;
  }
  const policy = policyProposal(all);
  return policy.kind === 'one'
    ? { change: { offPolicy: policy.value }, count: policy.findings.length }
    : null;
}

/** Step 4: what Aruba's cart shows, compared to the cent; which rule would give it, or a cause. */
export function Compare({ purchase, takesFocus }: StepProps) {
  const state = useDesk((desk) => desk.state);
  const { record } = purchase;
  const { subject, quantity } = record.revision.content;
  const extension = subject.kind !== 'add-users' || subject.extension;
  const day = dayOfPurchase(purchase, state.today);
  const [typed, setTyped] = useState<TypedReceipt>(nothingTyped);
  const [cause, setCause] = useState<DifferenceCause | null>(null);
  const [note, setNote] = useState('');
  const receipt = useMemo(() => readReceipt(typed, extension), [typed, extension]);
  const contradicted = receipt !== null && contradicts(receipt);
  const says = receipt !== null && !saysNothing(receipt) && !contradicted;
  const compared = useMemo(
    () => (says ? comparePurchase(record, day, receipt) : null),
    [record, day, receipt, says],
  );
  const figures = expectedOn(record, day);
  if (!figures.ok)
    return (
      <StepCard title={text('seen.compare-title')} takesFocus={takesFocus}>
        <Banner tone="late">{refusalText(figures.error)}</Banner>
        {possible(purchase.state).includes('abandoned') && <p>{text('seen.cannot-price')}</p>}
      </StepCard>
    );
  const comparison = compared?.ok === true ? compared.value : null;
  const proposed =
    says && (comparison?.kind === 'one' || comparison?.kind === 'several')
      ? proposedChange(state, purchase, receipt)
      : null;
  const ask = comparison?.kind === 'several' && comparison.ask?.kind === 'line' ? comparison.ask.line : null;
  const needsCause = comparison?.kind === 'none';

  function save(): void {
    if (receipt === null) return;
    void happen(purchase, {
      kind: 'compared',
      day: state.today,
      receipt: receipt as never,
      cause: needsCause ? cause : null,
      note: needsCause ? note.trim() : '',
    });
  }

  return (
    <>
      <StepCard title={text('seen.compare-title')} takesFocus={takesFocus} aside={text('seen.compare-hint')}>
        <ReceiptFields typed={typed} figures={figures.value} asked={ask} onChange={setTyped} />
        {contradicted && <Banner tone="late">{refusalText({ reason: 'receipt-contradicts' })}</Banner>}
        {says && comparison !== null && (
          <ComparisonBanner
            comparison={comparison}
            receipt={receipt}
            figures={figures.value}
            used={frozenReading(record)}
            contested={comparison.kind === 'one' && proposed === null}
          />
        )}
        {comparison?.kind === 'several' && comparison.ask === null && proposed === null && (
          <FurtherFigure purchase={purchase} fits={comparison.fits} />
        )}
        {needsCause && (
          <div className="form-grid thirds">
            <div className="span-3">
              <Select
                label={text('seen.cause')}
                placeholder={text('seen.cause-choose')}
                value={cause}
                choices={differenceCauses.map((id) => ({ id, label: text(`purchase.cause-${id}`) }))}
                onChange={setCause}
              />
            </div>
            <TextField className="span-3" label={text('seen.note')} value={note} onChange={setNote} />
          </div>
        )}
        <div className="row">
          <GoOn
            label={text('purchase-step.record')}
            isDisabled={comparison === null || (needsCause && cause === null)}
            onPress={save}
          />
          {proposed !== null && (
            <Button
              onPress={() =>
                openDialog({ kind: 'adopt-rule', change: proposed.change, count: proposed.count })
              }
            >
              {text('seen.adopt')}
            </Button>
          )}
        </div>
        <p className="muted">{text('seen.frozen-stays', { day: dayText(record.revision.quote.day) })}</p>
      </StepCard>
      <StepCard title={text('purchase-step.where-title')}>
        <p className="muted">{text('purchase-step.where-text')}</p>
        <div className="row row-wrap">
          <OutsideLink host="areaclienti.pec.it" />
          {quantity > 0 && <CopyButton value={String(quantity)} />}
        </div>
      </StepCard>
    </>
  );
}
