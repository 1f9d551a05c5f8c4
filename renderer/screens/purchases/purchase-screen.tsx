import { useState } from 'react';
import type { OrderView } from '../../../core/desk/pending/order-views.ts';
import type { Purchase } from '../../../core/purchases/fold.ts';
import { possible } from '../../../core/purchases/transitions.ts';
import { Button } from '../../components/buttons.tsx';
import { Page } from '../../components/surfaces.tsx';
import { submit } from '../../store/actions.ts';
import { useDesk } from '../../store/desk.ts';
import { go, openDialog } from '../../store/ui-store.ts';
import { text } from '../../text/text.ts';
import { ApprovalBanner } from './approval-banner.tsx';
import { BeforeAfter } from './before-after.tsx';
import { Checklist } from './checklist.tsx';
import { Expected } from './expected.tsx';
import { OvertakenBanner } from './overtaken.tsx';
import { PurchaseHistory } from './purchase-history.tsx';
import { tickedBy, type PurchaseStep } from './purchase-steps.ts';
import { contentWords } from './purchase-words.ts';
import { PurchaseInvoices } from './purchase-invoices.tsx';
import { PurchaseSources } from './purchase-sources.tsx';
import { usePurchaseWork } from './use-purchase-work.ts';
import { SameAccount } from './same-account.tsx';
import { Compare } from './steps/compare.tsx';
import { Ended } from './steps/ended.tsx';
import { LookAgain } from './steps/look-again.tsx';
import { stepPanels } from './steps/step-panels.ts';
import { Verify } from './steps/verify.tsx';

/** One purchase: its steps on the left, the step to do now, what to expect on the right (rule K). */
export function PurchaseScreen({
  purchase,
  others,
}: {
  readonly purchase: Purchase;
  readonly others: readonly OrderView[];
}) {
  const current = usePurchaseWork().currentStep(purchase);
  const [chosen, setChosen] = useState<{ readonly step: PurchaseStep; readonly at: number } | null>(null);
  // A choice holds until the purchase goes on.
  const events = purchase.record.events.length;
  const shown = chosen?.at === events ? chosen.step : current;
  const { record } = purchase;
  const [atFirst] = useState(events);

  return (
    <Page
      title={text('purchase.title', { holder: record.holder })}
      lead={text('purchase.lead', { what: contentWords(purchase), by: record.by })}
      actions={<Actions purchase={purchase} />}
    >
      <SameAccount purchase={purchase} others={others} />
      <ApprovalBanner purchase={purchase} />
      <OvertakenBanner purchase={purchase} />
      <div className="purchase">
        <Checklist purchase={purchase} shown={shown} onShow={(step) => setChosen({ step, at: events })} />
        <div className="stack">
          <Panel purchase={purchase} shown={shown} current={current} takesFocus={events !== atFirst} />
          <BeforeAfter purchase={purchase} />
          <PurchaseHistory purchase={purchase} />
        </div>
        <div className="stack">
          <Expected purchase={purchase} />
          <PurchaseInvoices purchase={purchase} />
          <PurchaseSources purchase={purchase} />
        </div>
      </div>
    </Page>
  );
}

function Panel({
  purchase,
  shown,
  current,
  takesFocus,
}: {
  readonly purchase: Purchase;
  readonly shown: PurchaseStep | null;
  readonly current: PurchaseStep | null;
  readonly takesFocus: boolean;
}) {
  // An order that was found again may have gone without its total: it can still be typed.
  if (shown === 'compare' && purchase.compared === null && possible(purchase.state).includes('compared'))
    return <Compare purchase={purchase} takesFocus={takesFocus} />;
  if (shown !== null && shown !== current) return <LookAgain step={shown} tick={tickedBy(purchase, shown)} />;
  if (purchase.state === 'to-verify') return <Verify purchase={purchase} takesFocus={takesFocus} />;
  if (current === null) return <Ended purchase={purchase} takesFocus={takesFocus} />;
  const Step = stepPanels[current];
  return <Step purchase={purchase} takesFocus={takesFocus} />;
}

/** What a person can do at any step: leave the list, say that the outcome is not known, give up. */
function Actions({ purchase }: { readonly purchase: Purchase }) {
  const today = useDesk((desk) => desk.state.today);
  const { id } = purchase.record;
  const can = possible(purchase.state);
  return (
    <>
      <Button onPress={() => go({ screen: 'orders', orderId: null })}>{text('purchase.all')}</Button>
      {can.length > 0 && (
        <Button
          onPress={() => openDialog({ kind: 'client-message', about: { kind: 'purchase', purchaseId: id } })}
        >
          {text('client-message.button')}
        </Button>
      )}
      {can.includes('unsure') && (
        <Button
          onPress={() =>
            void submit(
              { type: 'purchase/happened', purchaseId: id, what: { kind: 'unsure', day: today } },
              { text: text('purchase.unsure-done'), undo: true },
            )
          }
        >
          {text('purchase.unsure')}
        </Button>
      )}
      {can.includes('abandoned') && (
        <Button
          onPress={() =>
            void submit(
              { type: 'purchase/happened', purchaseId: id, what: { kind: 'abandoned' } },
              { text: text('purchase.abandoned-done'), undo: true },
            )
          }
        >
          {text('purchase.abandon')}
        </Button>
      )}
    </>
  );
}
