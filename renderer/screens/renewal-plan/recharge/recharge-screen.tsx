import { useMemo, useState } from 'react';
import { recharge, type Recharge } from '../../../../core/desk/plan/recharge.ts';
import { renewalLines } from '../../../../core/desk/plan/service-renewals.ts';
import { moneyByYear } from '../../../../core/desk/plan/renewal-money.ts';
import { arrangementOf, type Arrangements } from '../../../../core/register/arrangement.ts';
import { Button } from '../../../components/buttons.tsx';
import { PdfButton } from '../../../components/pdf-button.tsx';
import { Select } from '../../../components/controls.tsx';
import { Banner, Card, Page } from '../../../components/surfaces.tsx';
import { useDesk } from '../../../store/desk.ts';
import { saveTable, type TableForm } from '../../../store/save-table.ts';
import { goUp } from '../../../store/ui-store.ts';
import { money } from '../../../text/format.ts';
import { text } from '../../../text/text.ts';
import { useArrangements } from '../../register/arrangement/use-arrangements.ts';
import { RenewalsScreen } from '../renewals-screen.tsx';
import { useRenewalChoices, useRenewalPlan } from '../use-renewal-plan.ts';
import { rechargeCells, renewalCells } from './recharge-cells.ts';
import { RechargeTable } from './recharge-table.tsx';

const whole = '*';
const contents = ['clients', 'renewals'] as const;
type Content = (typeof contents)[number];

/**
 * What the firm advances for its clients in a period, beside what they pay themselves and what is unclear.
 * A sample studio has no register, so nobody pays in it: it shows the renewals.
 */
export function RechargeScreen() {
  const arrangements = useArrangements();
  return arrangements === null ? <RenewalsScreen /> : <AmountsScreen arrangements={arrangements} />;
}

function AmountsScreen({ arrangements }: { readonly arrangements: Arrangements }) {
  const state = useDesk((desk) => desk.state);
  const plan = useRenewalPlan(state);
  const choices = useRenewalChoices();
  const years = useMemo(() => [...moneyByYear(plan).keys()], [plan]);
  const [chosen, setChosen] = useState<string>(whole);
  const year = years.includes(chosen) ? chosen : null;
  const found = useMemo(
    () => recharge(state, plan, (id) => arrangementOf(arrangements, id), year),
    [state, plan, arrangements, year],
  );
  return (
    <Page
      wide
      title={text('recharge.title')}
      lead={text('recharge.lead')}
      actions={<Button onPress={() => goUp({ screen: 'renewals' })}>{text('session.back')}</Button>}
    >
      <Choices years={years} year={year} onYear={setChosen} found={found} />
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
            <RechargeTable found={found} linesOf={(renewal) => renewalLines(state, choices, renewal)} />
            <p className="card-body muted">{addsUp(found)}</p>
          </>
        )}
      </Card>
    </Page>
  );
}

/** The period, and the table as a file. */
function Choices({
  years,
  year,
  onYear,
  found,
}: {
  readonly years: readonly string[];
  /** Null: the whole plan. */
  readonly year: string | null;
  readonly onYear: (year: string) => void;
  readonly found: Recharge;
}) {
  const services = useDesk((desk) => desk.state.replica.services);
  const { horizonMonths } = useRenewalChoices();
  const [content, setContent] = useState<Content>('clients');

  async function save(form: TableForm): Promise<void> {
    const name = [text('recharge.title'), year].filter(Boolean).join(' ');
    await saveTable(name, content === 'clients' ? rechargeCells(found) : renewalCells(found, services), form);
  }
  return (
    <div className="row row-wrap spread">
      <Select
        inline
        label={text('recharge.period')}
        value={year ?? whole}
        choices={[
          { id: whole, label: text('recharge.whole', { count: horizonMonths / 12 }) },
          ...years.map((id) => ({ id, label: text('recharge.in-year', { year: id }) })),
        ]}
        onChange={onYear}
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
          <PdfButton save={() => save('pdf')} />
          <Button onPress={() => void save('xlsx')}>{text('export.xlsx')}</Button>
        </div>
      )}
    </div>
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
