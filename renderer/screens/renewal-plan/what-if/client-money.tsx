import type { ClientMoney } from '../../../../core/desk/plan/renewal-money.ts';
import type { Cents } from '../../../../core/kernel/cents.ts';
import { Button } from '../../../components/buttons.tsx';
import { DrawnRows, useLongList } from '../../../components/long-list.tsx';
import { saveTable } from '../../../store/save-table.ts';
import { countText, money } from '../../../text/format.ts';
import { text } from '../../../text/text.ts';
import { clientCells } from '../renewal-cells.ts';

const rowHeight = 33;
const none = 0 as Cents;

/** Every client with its payments by year. The highest total comes first. */
export function ClientMoneyTable({
  clients,
  years,
}: {
  readonly clients: readonly ClientMoney[];
  readonly years: readonly string[];
}) {
  const { scroller, list } = useLongList({
    count: clients.length,
    estimateSize: () => rowHeight,
    overscan: 10,
  });
  const columns = years.length + 3;
  return (
    <>
      <div className="row spread">
        <h3>{text('forecast.clients')}</h3>
        <Button
          onPress={() => void saveTable(text('forecast.clients-file'), clientCells(clients, years), 'xlsx')}
        >
          {text('renewal-plan.excel')}
        </Button>
      </div>
      <div className="grid-scroll clients-money" ref={scroller}>
        <table
          className="table dense"
          aria-label={text('forecast.clients')}
          aria-rowcount={clients.length + 1}
        >
          <thead>
            <tr aria-rowindex={1}>
              <th>{text('forecast.client')}</th>
              <th className="num">{text('forecast.client-services')}</th>
              {years.map((year) => (
                <th key={year} className="num">
                  {year}
                </th>
              ))}
              <th className="num">{text('forecast.total')}</th>
            </tr>
          </thead>
          <DrawnRows list={list} columns={columns}>
            {(index) => {
              const client = clients[index];
              if (client === undefined) return null;
              return (
                <tr key={client.key} aria-rowindex={index + 2}>
                  <td className="strong nowrap">{client.holder}</td>
                  <td className="num">{countText(client.services)}</td>
                  {years.map((year) => (
                    <td key={year} className="num">
                      {money(client.byYear.get(year) ?? none)}
                    </td>
                  ))}
                  <td className="num strong">{money(client.gross)}</td>
                </tr>
              );
            }}
          </DrawnRows>
        </table>
      </div>
    </>
  );
}
