import type { Cents } from '../../../core/kernel/cents.ts';
import { Card } from '../../components/surfaces.tsx';
import { fullMonth, money, monthText } from '../../text/format.ts';
import { text } from '../../text/text.ts';
import type { Day } from '../../../core/kernel/day.ts';

/** The payments of each month, VAT included: as bars, and the same numbers as a table. */
export function MoneyCard({ months }: { readonly months: ReadonlyMap<string, Cents> }) {
  const entries = [...months];
  const most = Math.max(1, ...entries.map(([, gross]) => gross));
  return (
    <Card title={text('renewal-plan.money')} aside={text('renewal-plan.gross')}>
      {entries.length === 0 ? (
        <p className="card-body muted">{text('renewal-plan.no-money')}</p>
      ) : (
        <>
          <div className="month-bars" aria-hidden="true">
            {entries.map(([month, gross]) => (
              <div key={month} className="month-bar" title={`${fullMonth(month)}: ${money(gross)}`}>
                <i
                  style={{ height: `${Math.max(2, Math.round((gross / most) * 100))}%` }}
                  data-most={gross === most}
                />
                <span>{monthText(`${month}-01` as Day, month.endsWith('-01'))}</span>
              </div>
            ))}
          </div>
          <details className="card-body month-table">
            <summary>{text('renewal-plan.money-table')}</summary>
            <table className="table dense" aria-label={text('renewal-plan.money')}>
              <tbody>
                {entries.map(([month, gross]) => (
                  <tr key={month}>
                    <td>{fullMonth(month)}</td>
                    <td className="num">{money(gross)}</td>
                  </tr>
                ))}
              </tbody>
            </table>
          </details>
        </>
      )}
    </Card>
  );
}
