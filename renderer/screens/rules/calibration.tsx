import { useState } from 'react';
import { Form } from 'react-aria-components';
import { findings, policyProposal, ruleProposal } from '../../../core/desk/purchases/findings.ts';
import { cartPricing } from '../../../core/desk/cart/cart-figures.ts';
import type { AppState, Firm } from '../../../core/desk/rows/state.ts';
import type { ServiceId } from '../../../core/kernel/id.ts';
import { readDate } from '../../../core/people/import/read-dates.ts';
import {
  calibrate,
  decidingPurchase,
  type Calibration,
  type Fit,
  type Receipt,
} from '../../../core/quotes/calibrate.ts';
import { isRunning } from '../../../core/services/lifecycle.ts';
import { Button } from '../../components/buttons.tsx';
import { Switch, TextField } from '../../components/controls.tsx';
import { Banner, Card } from '../../components/surfaces.tsx';
import { submit } from '../../store/actions.ts';
import { openDialog } from '../../store/ui-store.ts';
import { useDesk } from '../../store/desk.ts';
import { money } from '../../text/format.ts';
import { readMoney } from '../../text/read-money.ts';
import { refusalText } from '../../text/sentences.ts';
import { text } from '../../text/text.ts';
import { Evidences } from './evidences.tsx';
import { fitName } from './fit-name.ts';
import { Proposal } from './proposal.tsx';
import { ServiceSelect } from '../services/service-select.tsx';

interface Found {
  readonly receipt: Receipt;
  readonly calibration: Calibration;
  readonly serviceId: ServiceId;
}

/** Finds the rules that give the amount that Aruba's own cart showed (rule I3). */
export function Calibrate({ firm }: { readonly firm: Firm }) {
  const state = useDesk((desk) => desk.state);
  const services = [...state.replica.services.values()].filter((service) => isRunning(service, state.today));
  const [serviceId, setServiceId] = useState<ServiceId | null>(services[0]?.id ?? null);
  const [quantity, setQuantity] = useState('1');
  const [extension, setExtension] = useState(true);
  const [net, setNet] = useState('');
  const [gross, setGross] = useState('');
  const [until, setUntil] = useState('');
  const [found, setFound] = useState<Found | null>(null);
  const [problem, setProblem] = useState<string | null>(null);
  const badMoney = (typed: string): boolean => typed.trim() !== '' && readMoney(typed) === undefined;
  const badDay = !readDate(until).ok;

  async function compare(): Promise<void> {
    setFound(null);
    setProblem(null);
    const service = services.find(({ id }) => id === serviceId);
    const pricing = cartPricing(state);
    const day = readDate(until);
    if (service === undefined || !pricing.ok || !day.ok || badMoney(net) || badMoney(gross)) return;
    const receipt: Receipt = {
      extension,
      net: readMoney(net) ?? null,
      gross: readMoney(gross) ?? null,
      usersUntil: day.value,
    };
    const count = Number(quantity);
    const calibration = calibrate({ ...pricing.value, service, quantity: count, modules: [] }, receipt);
    if (!calibration.ok) {
      setProblem(refusalText(calibration.error));
      return;
    }
    if (await submit({ type: 'receipt/record', serviceId: service.id, quantity: count, receipt }))
      setFound({ receipt, calibration: calibration.value, serviceId: service.id });
  }

  return (
    <Card title={text('calibrate.title')}>
      <div className="card-body stack">
        <p className="muted">{text('calibrate.lead')}</p>
        <Form
          className="stack"
          onSubmit={(event) => {
            event.preventDefault();
            void compare();
          }}
        >
          <div className="form-grid thirds">
            <div className="span-3">
              <ServiceSelect
                label={text('people.service')}
                value={serviceId}
                services={services}
                onChange={setServiceId}
              />
            </div>
            <TextField
              className="span-3"
              label={text('calibrate.quantity')}
              value={quantity}
              onChange={setQuantity}
            />
            <TextField
              className="span-2"
              label={text('calibrate.net')}
              value={net}
              onChange={setNet}
              error={badMoney(net) ? text('calibrate.bad-figure') : undefined}
            />
            <TextField
              className="span-2"
              label={text('calibrate.gross')}
              value={gross}
              onChange={setGross}
              error={badMoney(gross) ? text('calibrate.bad-figure') : undefined}
            />
            <TextField
              className="span-2"
              label={text('calibrate.until')}
              value={until}
              onChange={setUntil}
              error={badDay ? text('input.bad-day', { text: until }) : undefined}
            />
          </div>
          <div className="row spread">
            <Switch on={extension} onChange={setExtension}>
              {text('calibrate.extension')}
            </Switch>
            <Button type="submit">{text('calibrate.check')}</Button>
          </div>
        </Form>
        {problem !== null && <Banner tone="late">{problem}</Banner>}
        {found !== null && <Outcome found={found} firm={firm} />}
      </div>
      <Evidences />
      <Proposal firm={firm} />
    </Card>
  );
}

/**
 * How many findings allow only this reading together; 0 if the evidence does not propose it (rule I3).
 */
function proposedBy(state: AppState, extension: boolean, { rule, offPolicy }: Fit): number {
  const all = findings(state);
  const proposal = extension ? ruleProposal(all) : policyProposal(all);
  const value = extension ? rule : offPolicy;
  return proposal.kind === 'one' && proposal.value === value ? proposal.findings.length : 0;
}

function Outcome({
  found: { receipt, calibration, serviceId },
  firm,
}: {
  readonly found: Found;
  readonly firm: Firm;
}) {
  const state = useDesk((desk) => desk.state);
  const { fits } = calibration;
  const [only] = fits;
  if (only === undefined) return <Banner tone="late">{text('calibrate.none')}</Banner>;
  if (fits.length === 1) {
    const choice = receipt.extension ? { rule: only.rule } : { offPolicy: only.offPolicy };
    const proposed = proposedBy(state, receipt.extension, only);
    const inUse = receipt.extension ? firm.rule === only.rule : firm.offPolicy === only.offPolicy;
    return (
      <Banner
        tone="ok"
        action={
          inUse ? (
            <strong>{text('compare.in-use')}</strong>
          ) : proposed === 0 ? null : (
            <Button onPress={() => openDialog({ kind: 'adopt-rule', change: choice, count: proposed })}>
              {text('calibrate.adopt')}
            </Button>
          )
        }
      >
        {text('calibrate.one', { rule: fitName(only, receipt.extension) })}{' '}
        {proposed === 0 && text('seen.other-evidence')}
      </Banner>
    );
  }
  const pricing = cartPricing(state);
  const others = [...state.replica.services.values()].sort((a) => (a.id === serviceId ? 1 : -1));
  const next =
    pricing.ok && receipt.extension
      ? decidingPurchase(
          others,
          fits.map(({ rule }) => rule),
          pricing.value,
        )
      : undefined;
  return (
    <Banner tone="soon">
      {text('calibrate.several', { rules: fits.map((fit) => fitName(fit, receipt.extension)).join(', ') })}{' '}
      {next === undefined
        ? text('calibrate.no-deciding')
        : text('calibrate.deciding', {
            holder: next.service.holder,
            quantity: next.quantity,
            totals: next.totals
              .map(({ rule, gross }) => `${text(`rule.${rule}`)} ${money(gross)}`)
              .join('; '),
          })}
    </Banner>
  );
}
