import { useState } from 'react';
import type { MonthByClient, MonthsByClient } from '../../../core/desk/plan/months-by-client.ts';
import type { RenewalPlan } from '../../../core/desk/plan/renewal-plan.ts';
import type { Day } from '../../../core/kernel/day.ts';
import { PictureCard } from '../../components/picture-card.tsx';
import { useRoving } from '../../components/use-roving.ts';
import { useDesk } from '../../store/desk.ts';
import { fullMonth, money, monthText } from '../../text/format.ts';
import { text } from '../../text/text.ts';
import { clientsOf } from './plan-money.ts';

const nameOf = ({ clients, others }: MonthsByClient, at: number): string =>
  clients[at]?.holder ?? text('renewal-plan.money-others', { count: others });

/** The payments of each month as bars, a part for each client that pays most. A month opens its sums. */
export function MoneyCard({ plan }: { readonly plan: RenewalPlan }) {
  const services = useDesk(({ state }) => state.replica.services);
  const byClient = clientsOf(services, plan);
  const { clients, others, months } = byClient;
  const [open, setOpen] = useState<string | null>(null);
  const roving = useRoving(true);
  const highest = Math.max(1, ...months.map(({ gross }) => gross));
  const opened = months.find(({ month }) => month === open);
  const parts = others > 0 ? clients.length + 1 : clients.length;
  const names = Array.from({ length: parts }, (_, at) => nameOf(byClient, at));
  return (
    <PictureCard
      title={text('renewal-plan.money')}
      aside={text('renewal-plan.gross')}
      table={() => ({
        columns: [text('home.month'), ...names, text('amount.total')],
        rows: months.map(({ month, parts: sums, gross }) => ({
          id: month,
          cells: [fullMonth(month), ...sums.slice(0, parts).map(money), money(gross)],
        })),
      })}
    >
      {months.length === 0 ? (
        <p className="card-body muted">{text('renewal-plan.no-money')}</p>
      ) : (
        <>
          <ul className="month-bars" {...roving} aria-label={text('renewal-plan.money')}>
            {months.map((one) => (
              <Month
                key={one.month}
                month={one}
                highest={highest}
                open={one.month === open}
                onOpen={() => setOpen(one.month === open ? null : one.month)}
              />
            ))}
          </ul>
          <ul className="card-body legend" aria-label={text('renewal-plan.money-clients')}>
            {names.map((name, at) => (
              <li key={clients[at]?.key ?? 'others'}>
                <i className="money-part" data-part={partOf(at, clients.length)} aria-hidden="true" /> {name}
              </li>
            ))}
          </ul>
          {opened !== undefined && <Sums month={opened} names={names} />}
        </>
      )}
    </PictureCard>
  );
}

const partOf = (at: number, clients: number): string => (at < clients ? String(at) : 'others');

function Month({
  month: { month, parts, gross },
  highest,
  open,
  onOpen,
}: {
  readonly month: MonthByClient;
  readonly highest: number;
  readonly open: boolean;
  readonly onOpen: () => void;
}) {
  const words = `${fullMonth(month)}: ${money(gross)}`;
  return (
    <li data-row>
      <button
        type="button"
        className="month-bar"
        title={words}
        aria-label={words}
        aria-expanded={open}
        onClick={onOpen}
      >
        <span
          className="money-stack"
          style={{ height: `${Math.max(2, Math.round((gross / highest) * 100))}%` }}
          aria-hidden="true"
        >
          {parts.map((part, at) => {
            const name = partOf(at, parts.length - 1);
            return (
              part > 0 && <i key={name} className="money-part" data-part={name} style={{ flexGrow: part }} />
            );
          })}
        </span>
        <span>{monthText(`${month}-01` as Day, month.endsWith('-01'))}</span>
      </button>
    </li>
  );
}

/** What each client pays in a month. */
function Sums({
  month: { month, parts, gross },
  names,
}: {
  readonly month: MonthByClient;
  readonly names: readonly string[];
}) {
  return (
    <div className="card-body year-services">
      <h3>{fullMonth(month)}</h3>
      <ul className="totals" aria-label={fullMonth(month)}>
        {names.map((name, at) => {
          const part = parts[at];
          return (
            part !== undefined &&
            part > 0 && (
              <li key={name}>
                <span>{name}</span>
                <span>{money(part)}</span>
              </li>
            )
          );
        })}
        <li className="total">
          <span>{text('amount.total')}</span>
          <span>{money(gross)}</span>
        </li>
      </ul>
    </div>
  );
}
