import { panelPlanOf } from '../../../../core/desk/seats/seat-boards.ts';
import { NameList } from '../../../components/name-list.tsx';
import { Button } from '../../../components/buttons.tsx';
import { Banner } from '../../../components/surfaces.tsx';
import { useDesk } from '../../../store/desk.ts';
import { openDialog } from '../../../store/ui-store.ts';
import { dayText } from '../../../text/format.ts';
import { text } from '../../../text/text.ts';
import { namesOf } from '../../cart/cart-names.ts';
import { ClientBuys } from '../../client-message/client-buys.tsx';
import { kindOf } from '../purchase-words.ts';
import { happen } from './happen.ts';
import { GoOn, StepCard } from './step-card.tsx';
import type { StepProps } from './step-props.ts';

/** Step 1: what is frozen, which account, and what comes first in Aruba's order. */
export function Prepare({ purchase, takesFocus }: StepProps) {
  const state = useDesk((desk) => desk.state);
  const { record } = purchase;
  const { quote } = record.revision;
  const service = state.replica.services.get(record.revision.service?.id ?? '');
  const names = namesOf(state, record.personIds);
  const leavers =
    service === undefined ? [] : panelPlanOf(state, service).steps.filter(({ kind }) => kind === 'delete');
  return (
    <StepCard title={text('purchase-step.prepare-title')} takesFocus={takesFocus}>
      {service !== undefined && service.automaticRenewal && kindOf(purchase) !== 'add-users' && (
        <Banner tone="late">{text('purchase-step.prepare-automatic')}</Banner>
      )}
      {service !== undefined && leavers.length > 0 && (
        <Banner
          tone="soon"
          action={
            <Button onPress={() => openDialog({ kind: 'align-panel', serviceId: service.id })}>
              {text('status.align')}
            </Button>
          }
        >
          {text('purchase-step.prepare-leavers', {
            count: leavers.length,
            names: leavers.map(({ username }) => username).join(', '),
          })}
        </Banner>
      )}
      {record.revision.service !== null && <ClientBuys serviceId={record.revision.service.id} />}
      <ul className="bullets">
        <li>
          {record.account === null
            ? text('purchase-step.prepare-no-account')
            : text('purchase-step.prepare-account', { account: record.account })}
        </li>
        <li>
          {text('purchase-step.prepare-frozen', {
            day: dayText(quote.day),
            version: quote.priceListVersion,
            rule: text(`rule.${quote.rule}`),
          })}
        </li>
        {names.length > 0 && (
          <li>
            {text('order.for')} <NameList names={names} />
          </li>
        )}
      </ul>
      <div className="row">
        <GoOn onPress={() => void happen(purchase, { kind: 'checked' })} />
      </div>
    </StepCard>
  );
}
