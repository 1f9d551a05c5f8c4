import { cartPricing } from '../../../core/desk/cart/cart-figures.ts';
import { ruleConsequences } from '../../../core/desk/purchases/rule-consequences.ts';
import type { AppState } from '../../../core/desk/rows/state.ts';
import { itemKinds } from '../../../core/catalog/item.ts';
import { publicSource } from '../../../core/catalog/price-list.ts';
import { defaultOffPolicy, offPolicies } from '../../../core/renewals/add-users.ts';
import { defaultMonthRule, monthRules } from '../../../core/renewals/months.ts';
import { Radios } from '../../components/radios.tsx';
import { Banner, Card, Page } from '../../components/surfaces.tsx';
import { submit } from '../../store/actions.ts';
import { useDesk } from '../../store/desk.ts';
import { dayText, money } from '../../text/format.ts';
import { refusalText } from '../../text/sentences.ts';
import { text } from '../../text/text.ts';
import { Calibrate } from './calibration.tsx';
import { PriceLists } from './price-lists.tsx';

/** What a change of the rules does to open quotes and to the forecast. */
function changedText(state: AppState, change: Parameters<typeof ruleConsequences>[1]): string {
  const { quotes, forecast } = ruleConsequences(state, change);
  return text('rules.changed', {
    quotes: quotes.length,
    forecast:
      forecast === null || forecast.before === forecast.after
        ? text('rules.forecast-same')
        : text('rules.adopt-from-to', { before: money(forecast.before), after: money(forecast.after) }),
  });
}

/**
 * The prices in force, and the rules that Aruba does not define. Each rule that the product chose is marked.
 */
export function RulesScreen() {
  const state = useDesk((desk) => desk.state);
  const pricing = cartPricing(state);
  if (!pricing.ok) {
    return (
      <Page title={text('rules.title')}>
        <Banner tone="soon">{refusalText(pricing.error)}</Banner>
      </Page>
    );
  }
  const { firm, priceList } = pricing.value;
  const save = (change: Parameters<typeof ruleConsequences>[1]): void =>
    void submit({ type: 'firm/settings', ...change }, { text: changedText(state, change) });
  return (
    <Page title={text('rules.title')} lead={text('rules.lead')}>
      <div className="halves">
        <div className="stack">
          <Card
            title={text('rules.list', { version: priceList.version })}
            aside={text('rules.valid', { day: dayText(priceList.validFrom) })}
          >
            <table className="table dense">
              <thead>
                <tr>
                  <th>{text('rules.item')}</th>
                  <th className="num">{text('rules.price')}</th>
                </tr>
              </thead>
              <tbody>
                {itemKinds.map((kind) => (
                  <tr key={kind}>
                    <td>{text(`kind.${kind}`)}</td>
                    <td className="num strong">{money(priceList.yearly[kind])}</td>
                  </tr>
                ))}
              </tbody>
            </table>
            <p className="card-body faint">
              {text('rules.source', {
                source: priceList.source === publicSource ? text('rules.public-source') : priceList.source,
              })}{' '}
              {priceList.notes}
            </p>
          </Card>
          <PriceLists current={priceList} />
        </div>
        <div className="stack">
          <Choices
            title={text('rules.month-title')}
            note={text('rules.month-own')}
            value={firm.rule}
            own={defaultMonthRule}
            choices={monthRules.map((rule) => ({ id: rule, label: text(`rule.${rule}`) }))}
            onChange={(rule) => save({ rule })}
          />
          <Choices
            title={text('rules.off-title')}
            note={text('rules.off-own')}
            value={firm.offPolicy}
            own={defaultOffPolicy}
            choices={offPolicies.map((policy) => ({ id: policy, label: text(`rules.off.${policy}`) }))}
            onChange={(offPolicy) => save({ offPolicy })}
          />
          <Calibrate firm={firm} />
        </div>
      </div>
    </Page>
  );
}

function Choices<T extends string>({
  title,
  note,
  value,
  own,
  choices,
  onChange,
}: {
  readonly title: string;
  readonly note: string;
  readonly value: T;
  readonly own: T;
  readonly choices: readonly { readonly id: T; readonly label: string }[];
  readonly onChange: (value: T) => void;
}) {
  return (
    <Card title={title}>
      <div className="card-body stack stack-small">
        <p className="muted">{note}</p>
        <Radios
          label={title}
          value={value}
          choices={choices.map(({ id, label }) => ({
            id,
            label: <span>{label}</span>,
            ...(id === own && { note: text('rules.default') }),
          }))}
          onChange={onChange}
        />
      </div>
    </Card>
  );
}
