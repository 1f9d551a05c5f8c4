import { useState } from 'react';
import type { Figures } from '../../../../core/quotes/figures.ts';
import { lineKey } from '../../../../core/quotes/figures.ts';
import { Button } from '../../../components/buttons.tsx';
import { TextField } from '../../../components/controls.tsx';
import { text } from '../../../text/text.ts';
import { lineName } from '../purchase-words.ts';
import { isBadDay, isBadMoney, type TypedReceipt } from './read-receipt.ts';

/** The fields for what Aruba's cart shows: the totals, and on request single lines and the date. */
export function ReceiptFields({
  typed,
  figures,
  asked,
  onChange,
}: {
  readonly typed: TypedReceipt;
  readonly figures: Figures;
  /** The line that would tell the readings apart; null if none is asked for. */
  readonly asked: string | null;
  readonly onChange: (typed: TypedReceipt) => void;
}) {
  const [more, setMore] = useState(false);
  const money = (name: 'net' | 'vat' | 'gross', label: string) => (
    <TextField
      label={label}
      value={typed[name]}
      onChange={(value) => onChange({ ...typed, [name]: value })}
      error={isBadMoney(typed[name]) ? text('seen.bad-money') : undefined}
    />
  );
  const lines = figures.lines.filter((line) => more || lineKey(line) === asked || typed.lines[lineKey(line)]);
  return (
    <>
      <div className="form-grid thirds">
        <div className="span-2">{money('net', text('amount.net'))}</div>
        <div className="span-2">{money('vat', text('seen.vat'))}</div>
        <div className="span-2">{money('gross', text('amount.total'))}</div>
      </div>
      {(lines.length > 0 || more) && (
        <div className="form-grid thirds">
          {lines.map((line) => {
            const key = lineKey(line);
            const value = typed.lines[key] ?? '';
            return (
              <TextField
                key={key}
                className="span-3"
                label={text('seen.line-net', { line: lineName(line) })}
                value={value}
                onChange={(next) => onChange({ ...typed, lines: { ...typed.lines, [key]: next } })}
                error={isBadMoney(value) ? text('seen.bad-money') : undefined}
              />
            );
          })}
          {more && (
            <TextField
              className="span-3"
              label={text('seen.users-until')}
              value={typed.usersUntil}
              onChange={(usersUntil) => onChange({ ...typed, usersUntil })}
              error={isBadDay(typed.usersUntil) ? text('purchase-step.bad-day') : undefined}
            />
          )}
        </div>
      )}
      {!more && (
        <div className="row">
          <Button onPress={() => setMore(true)}>{text('seen.more-figures')}</Button>
        </div>
      )}
    </>
  );
}
