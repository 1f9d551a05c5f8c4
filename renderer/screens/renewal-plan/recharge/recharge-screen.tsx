import { useMemo, useState } from 'react';
import { recharge, type Recharge } from '../../../../core/desk/plan/recharge.ts';
import { moneyByYear } from '../../../../core/desk/plan/renewal-money.ts';
import { arrangementOf, type Arrangements } from '../../../../core/register/arrangement.ts';
import { Button, Select } from '../../../components/controls.tsx';
import { Banner, Card, Page } from '../../../components/surfaces.tsx';
import { useDesk } from '../../../store/desk.ts';
import { saveTable, type TableForm } from '../../../store/save-table.ts';
import { go } from '../../../store/ui-store.ts';
import { money } from '../../../text/format.ts';
import { text } from '../../../text/text.ts';
import { useArrangements } from '../../register/arrangement/use-arrangements.ts';
import { useRenewalChoices, useRenewalPlan } from '../use-renewal-plan.ts';
import { rechargeCells, renewalCells } from './recharge-cells.ts';
import { rechargeLines } from './recharge-lines.ts';
import { RechargeTable } from './recharge-table.tsx';

const whole = '*';
const contents = ['clients', 'renewals'] as const;
type Content = (typeof contents)[number];
const nobody: Arrangements = new Map();

/** What the firm advances for its clients in a period, beside what they pay themselves and what is unclear. */
export function RechargeScreen() {
  const state = useDesk((desk) => desk.state);
  const plan = useRenewalPlan(state);
  const { horizonMonths } = useRenewalChoices();
  const arrangements = useArrangements() ?? nobody;
  const years = useMemo(() => [...moneyByYear(plan).keys()], [plan]);
  const [chosen, setChosen] = useState<string>(whole);
  const [content, setContent] = useState<Content>('clients');
  const [opened, setOpened] = useState<ReadonlySet<string>>(new Set());
  const year = years.includes(chosen) ? chosen : null;
  const found = useMemo(
    () => recharge(state, plan, (id) => arrangementOf(arrangements, id), year),
    [state, plan, arrangements, year],
  );
  const lines = useMemo(() => rechargeLines(found, opened), [found, opened]);

  function toggle(key: string): void {
    const after = new Set(opened);
    if (!after.delete(key)) after.add(key);
    setOpened(after);
  }
  async function save(form: TableForm): Promise<void> {
    const table = content === 'clients' ? rechargeCells(found) : renewalCells(found, state.replica.services);
    await saveTable(`${text('recharge.title')}${year === null ? '' : ` ${year}`}`, table, form);
  }

  return (
    <Page
      title={text('recharge.title')}
      lead={text('recharge.lead')}
      actions={<Button onPress={() => go({ screen: 'renewals' })}>{text('session.back')}</Button>}
    >
      <div className="row row-wrap spread">
        <Select
          inline
          label={text('recharge.period')}
          value={year ?? whole}
          choices={[
            { id: whole, label: text('recharge.whole', { count: horizonMonths / 12 }) },
            ...years.map((id) => ({ id, label: text('recharge.in-year', { year: id }) })),
          ]}
          onChange={setChosen}
        />
        {found.renewals > 0 && (
          <div className="row row-wrap">
            <Select
              inline
              label={text('recharge.rows')}
              value={content}
              choices={contents.map((id) => ({ id, label: text(`recharge.rows-${id}`) }))}
              onChange={setContent}
            />
            <Button onPress={() => void save('csv')}>{text('export.csv')}</Button>
            <Button onPress={() => void save('xlsx')}>{text('export.xlsx')}</Button>
          </div>
        )}
      </div>
      {plan.missed.length > 0 && (
        <Banner tone="soon">{text('recharge.missed', { count: plan.missed.length })}</Banner>
      )}
      {found.renewals > 0 && !found.shares.some(({ bearer }) => bearer === 'recharge') && (
        <Banner tone="accent">{text('recharge.none')}</Banner>
      )}
      <Card>
        {found.renewals === 0 ? (
          <p className="empty muted">{text('recharge.empty')}</p>
        ) : (
          <>
            <RechargeTable found={found} lines={lines} onToggle={toggle} />
            <p className="card-body muted">{addsUp(found)}</p>
          </>
        )}
      </Card>
    </Page>
  );
}

/** "Paga lo studio 10,00 € + da chiarire 5,00 € = 15,00 €". */
const addsUp = ({ shares, gross }: Recharge): string =>
  text('recharge.adds-up', {
    parts: shares
      .map((share) => `${text(`recharge.bearer-${share.bearer}`)} ${money(share.gross)}`)
      .join(' + '),
    total: money(gross),
  });
