import { useMemo } from 'react';
import { findings, policyProposal, ruleProposal } from '../../../core/desk/purchases/findings.ts';
import type { Firm } from '../../../core/desk/rows/state.ts';
import type { Finding } from '../../../core/quotes/proposal.ts';
import { Button } from '../../components/buttons.tsx';
import { Banner } from '../../components/surfaces.tsx';
import { useDesk } from '../../store/desk.ts';
import { go, openDialog } from '../../store/ui-store.ts';
import { dayText } from '../../text/format.ts';
import { text } from '../../text/text.ts';
import { fitName } from './fit-name.ts';

/** What all evidence says together: the only rule that fits, several, or none (rule I3). */
export function Proposal({ firm }: { readonly firm: Firm }) {
  const state = useDesk((desk) => desk.state);
  const { all, rule, policy } = useMemo(() => {
    const found = findings(state);
    return { all: found, rule: ruleProposal(found), policy: policyProposal(found) };
  }, [state]);
  const purchases = all.filter(({ from }) => from !== 'receipt');
  if (rule.kind === 'no-findings' && policy.kind === 'no-findings') return null;
  return (
    <div className="card-body stack stack-small">
      {purchases.length > 0 && <Findings findings={purchases} />}
      {rule.kind === 'one' && (
        <One
          name={text(`rule.${rule.value}`)}
          inUse={rule.value === firm.rule}
          adopt={() =>
            openDialog({ kind: 'adopt-rule', change: { rule: rule.value }, count: rule.findings.length })
          }
        />
      )}
      {rule.kind === 'several' && (
        <Banner tone="soon">
          {text('rules.evidence-several', {
            rules: rule.values.map((value) => text(`rule.${value}`)).join(', '),
          })}
        </Banner>
      )}
      {rule.kind === 'none' && <Banner tone="late">{text('rules.evidence-none')}</Banner>}
      {policy.kind === 'one' && (
        <One
          name={text(`rules.off.${policy.value}`)}
          inUse={policy.value === firm.offPolicy}
          adopt={() =>
            openDialog({
              kind: 'adopt-rule',
              change: { offPolicy: policy.value },
              count: policy.findings.length,
            })
          }
        />
      )}
      {policy.kind === 'none' && <Banner tone="late">{text('rules.evidence-none')}</Banner>}
    </div>
  );
}

function One({
  name,
  inUse,
  adopt,
}: {
  readonly name: string;
  readonly inUse: boolean;
  readonly adopt: () => void;
}) {
  return (
    <Banner
      tone="ok"
      action={
        inUse ? (
          <strong>{text('compare.in-use')}</strong>
        ) : (
          <Button onPress={adopt}>{text('calibrate.adopt')}</Button>
        )
      }
    >
      {text('rules.evidence-one', { rule: name })}
    </Banner>
  );
}

/** The purchases and invoice lines that say something, each with the readings that it allows. */
function Findings({ findings: shown }: { readonly findings: readonly Finding[] }) {
  return (
    <>
      <h3>{text('rules.evidence-purchases')}</h3>
      <ul className="list">
        {shown.map(({ id, on, from, holder, about, fits, tells, explained }) => (
          <li key={`${from} ${id}`}>
            <span className="grow">
              {text(`rules.evidence-from-${from}`, { day: dayText(on), holder })}{' '}
              <span className="faint">
                {explained
                  ? text('rules.evidence-explained')
                  : tells
                    ? fits.map((fit) => fitName(fit, about === 'rule')).join(', ') || '–'
                    : text('rules.evidence-silent')}
              </span>
            </span>
            {from === 'purchase' && (
              <button type="button" className="link" onClick={() => go({ screen: 'orders', orderId: id })}>
                {text('purchase.look')}
              </button>
            )}
          </li>
        ))}
      </ul>
    </>
  );
}
