import { renewalSwitch } from '../../../core/desk/pending/automatic-renewal.ts';
import { milestones, phaseOf } from '../../../core/services/lifecycle.ts';
import { baseItem, type Service } from '../../../core/services/service.ts';
import { Button } from '../../components/buttons.tsx';
import { Switch } from '../../components/controls.tsx';
import { Banner, Card } from '../../components/surfaces.tsx';
import { submit } from '../../store/actions.ts';
import { useDesk } from '../../store/desk.ts';
import { dayText } from '../../text/format.ts';
import { vendorRefusalText } from '../../text/sentences.ts';
import { text } from '../../text/text.ts';

/** Automatic renewal: its switch, a change on its way to the vendor, and the consequences (rules F). */
export function AutomaticRenewal({ service }: { readonly service: Service }) {
  const state = useDesk((desk) => desk.state);
  const base = baseItem(service);
  const phase = phaseOf(service, state.today);
  if (base === undefined || phase === 'waiting' || phase === 'deleted') return null;
  const { on, pending, refused } = renewalSwitch(state, service);
  const debit = milestones(base.expiry, base.anchor).automaticDebit;
  const day = dayText(debit);
  return (
    <Card
      title={
        <Switch
          on={pending?.on ?? on}
          onChange={(next) =>
            void submit({ type: 'automatic-renewal/switch', serviceId: service.id, on: next })
          }
        >
          <strong>{text('automatic-renewal.title')}</strong>
        </Switch>
      }
      name={text('automatic-renewal.title')}
      aside={text(on ? 'service.on' : 'service.off')}
    >
      <div className="card-body stack stack-small">
        {pending !== null && (
          <p role="status">
            {text(pending.on ? 'automatic-renewal.pending-on' : 'automatic-renewal.pending-off')}
          </p>
        )}
        {refused?.refusal && (
          <Banner
            tone="late"
            action={
              <Button onPress={() => void submit({ type: 'order/withdraw', key: refused.id })}>
                {text('shell.dismiss')}
              </Button>
            }
          >
            {text('automatic-renewal.refused', { why: vendorRefusalText(refused.refusal) })}
          </Banner>
        )}
        {on ? (
          <>
            <p>
              {debit < state.today
                ? text('automatic-renewal.debit-past', { day })
                : text('automatic-renewal.debit', { day })}
            </p>
            <p className="muted">{text('automatic-renewal.hidden')}</p>
            <p className="muted">{text('automatic-renewal.failed-card')}</p>
          </>
        ) : (
          <p className="muted">{text('automatic-renewal.off')}</p>
        )}
      </div>
    </Card>
  );
}
