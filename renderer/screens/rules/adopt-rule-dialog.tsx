import { useMemo } from 'react';
import { ruleConsequences } from '../../../core/desk/purchases/rule-consequences.ts';
import type { Firm } from '../../../core/desk/rows/state.ts';
import { Button } from '../../components/buttons.tsx';
import { Modal } from '../../components/modal.tsx';
import { submit } from '../../store/actions.ts';
import { useDesk } from '../../store/desk.ts';
import { money } from '../../text/format.ts';
import { text } from '../../text/text.ts';

/** What adopting a rule would change, before it is adopted: open quotes and the forecast (rule I3). */
export function AdoptRuleDialog({
  change,
  count,
  onClose,
}: {
  readonly change: Partial<Pick<Firm, 'rule' | 'offPolicy'>>;
  /** How many pieces of evidence allow only this reading together. */
  readonly count: number;
  readonly onClose: () => void;
}) {
  const state = useDesk((desk) => desk.state);
  const firm = state.workspace.firm.get('firm');
  const { quotes, forecast } = useMemo(() => ruleConsequences(state, change), [state, change]);
  if (firm === undefined) return null;
  const rule =
    change.rule === undefined
      ? text(`rules.off.${change.offPolicy ?? firm.offPolicy}`)
      : text(`rule.${change.rule}`);
  const adopt = async (): Promise<void> => {
    if (await submit({ type: 'firm/settings', ...change }, { text: text('rules.adopted', { rule }) }))
      onClose();
  };
  return (
    <Modal title={text('rules.adopt-title', { rule })} onClose={onClose}>
      <p>{text('rules.adopt-lead', { count })}</p>
      <h3>{text('rules.adopt-quotes')}</h3>
      {quotes.length === 0 ? (
        <p className="muted">{text('rules.adopt-no-quotes')}</p>
      ) : (
        <ul className="list">
          {quotes.map(({ id, recipient, before, after }) => (
            <li key={id}>
              <span className="grow">{recipient}</span>
              <span>
                {text('rules.adopt-from-to', {
                  before: before === null ? '–' : money(before),
                  after: after === null ? '–' : money(after),
                })}
              </span>
            </li>
          ))}
        </ul>
      )}
      <h3>{text('rules.adopt-forecast')}</h3>
      <p className="muted">
        {forecast === null || forecast.before === forecast.after
          ? text('rules.adopt-same')
          : text('rules.adopt-from-to', { before: money(forecast.before), after: money(forecast.after) })}
      </p>
      <div className="dialog-actions">
        <Button onPress={onClose}>{text('shell.cancel')}</Button>
        <Button kind="primary" onPress={() => void adopt()}>
          {text('seen.adopt')}
        </Button>
      </div>
    </Modal>
  );
}
