import { useMemo, useState } from 'react';
import type { Recharge } from '../../../../core/desk/plan/recharge.ts';
import { explainGross } from '../../../../core/quotes/explain.ts';
import { Amount } from '../../../components/amount.tsx';
import { DrawnRows, useLongList } from '../../../components/long-list.tsx';
import { countText, money } from '../../../text/format.ts';
import { text } from '../../../text/text.ts';
import { rechargeLines } from './recharge-lines.ts';
import { LineRow, type LinesOf } from './recharge-rows.tsx';

const rowHeight = 41;
const columns = 6;

/**
 * Each side with its sum, its clients and, where one is open, the client's renewals. The last row, which
 * stays in sight, is the total of the plan in the period.
 */
export function RechargeTable({ found, linesOf }: { readonly found: Recharge; readonly linesOf: LinesOf }) {
  const [opened, setOpened] = useState<ReadonlySet<string>>(new Set());
  const lines = useMemo(() => rechargeLines(found, opened), [found, opened]);
  function toggle(key: string): void {
    const after = new Set(opened);
    if (!after.delete(key)) after.add(key);
    setOpened(after);
  }
  const { scroller, list } = useLongList({
    count: lines.length,
    estimateSize: () => rowHeight,
    getItemKey: (index) => lines[index]?.key ?? index,
    overscan: 10,
  });
  return (
    <div className="grid-scroll recharge-table" ref={scroller}>
      <table className="table" aria-label={text('recharge.table')} aria-rowcount={lines.length + 2}>
        <thead>
          <tr aria-rowindex={1}>
            <th>{text('recharge.col-client')}</th>
            <th>{text('forecast.vat-code')}</th>
            <th className="num">{text('recharge.col-renewals')}</th>
            <th className="num">{text('amount.net')}</th>
            <th className="num">{text('recharge.col-vat')}</th>
            <th className="num">{text('amount.total')}</th>
          </tr>
        </thead>
        <DrawnRows list={list} columns={columns}>
          {(index) => {
            const line = lines[index];
            return line === undefined ? null : (
              <LineRow
                key={line.key}
                line={line}
                index={index}
                onToggle={toggle}
                linesOf={linesOf}
                ref={list.virtual.measureElement}
              />
            );
          }}
        </DrawnRows>
        <tfoot>
          <tr aria-rowindex={lines.length + 2}>
            <th scope="row" colSpan={2}>
              {text('recharge.total')}
            </th>
            <td className="num">{countText(found.renewals)}</td>
            <td className="num">{money(found.net)}</td>
            <td className="num">{money(found.vat)}</td>
            <td className="num strong">
              <Amount explanation={explainGross(found)} testId="recharge-total" />
            </td>
          </tr>
        </tfoot>
      </table>
    </div>
  );
}
