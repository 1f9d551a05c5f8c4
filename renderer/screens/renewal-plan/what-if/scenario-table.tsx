import type { ReactNode } from 'react';
import type { Cents } from '../../../../core/kernel/cents.ts';
import { Button } from '../../../components/buttons.tsx';
import { countText, money } from '../../../text/format.ts';
import { text } from '../../../text/text.ts';
import type { ScenarioFigures } from './scenario-figures.ts';

export interface Column {
  readonly id: string;
  readonly name: string;
  /** Undefined while the figures are being computed. */
  readonly figures: ScenarioFigures | undefined;
  /** Present only for a saved scenario: loads it, or removes it. */
  readonly take?: () => void;
  readonly remove?: () => void;
}

const signed = (value: number): string => `${value > 0 ? '+' : ''}${money(value as Cents)}`;

/** Scenarios side by side. The differences are those from the first one. */
export function ScenarioTable({
  columns,
  busy,
}: {
  readonly columns: readonly Column[];
  readonly busy: boolean;
}) {
  const base = columns[0]?.figures?.gross ?? 0;
  const years = [...new Set(columns.flatMap(({ figures }) => [...(figures?.byYear.keys() ?? [])]))].sort();
  const line = (name: string, cell: (figures: ScenarioFigures) => ReactNode, strong = false) => (
    <tr key={name}>
      <th scope="row">{name}</th>
      {columns.map(({ id, figures }) => (
        <td key={id} className={strong ? 'num strong' : 'num'}>
          {figures === undefined ? '…' : cell(figures)}
        </td>
      ))}
    </tr>
  );
  return (
    <div className="grid-scroll scenarios">
      <table className="table dense" aria-label={text('forecast.table')} aria-busy={busy}>
        <thead>
          <tr>
            <th aria-label={text('forecast.table')} />
            {columns.map(({ id, name }) => (
              <th key={id} scope="col" className="num">
                {name}
              </th>
            ))}
          </tr>
        </thead>
        <tbody>
          {line(text('forecast.sessions'), ({ sessions }) => countText(sessions))}
          {line(text('forecast.automatic'), ({ plan }) => countText(plan.automatic.length))}
          {columns.some(({ figures }) => figures !== undefined && figures.plan.missed.length > 0) &&
            line(text('forecast.missed'), ({ plan }) => countText(plan.missed.length))}
          {line(text('forecast.now'), ({ now }) => money(now))}
          {years.map((year) =>
            line(text('forecast.year', { year }), ({ byYear }) => money(byYear.get(year) ?? (0 as Cents))),
          )}
          {line(text('forecast.total'), ({ gross }) => money(gross), true)}
          {line(text('forecast.difference'), ({ gross }) => signed(gross - base))}
          {columns.some(({ remove }) => remove !== undefined) && (
            <tr>
              <td />
              {columns.map(({ id, name, take, remove }) => (
                <td key={id} className="actions">
                  <div className="row">
                    {take !== undefined && (
                      <Button aria-label={text('forecast.take-named', { name })} onPress={take}>
                        {text('forecast.take')}
                      </Button>
                    )}
                    {remove !== undefined && (
                      <Button aria-label={text('forecast.remove-named', { name })} onPress={remove}>
                        {text('forecast.remove')}
                      </Button>
                    )}
                  </div>
                </td>
              ))}
            </tr>
          )}
        </tbody>
      </table>
    </div>
  );
}
