import type { ReactNode } from 'react';
import type { Known } from '../../../../core/register/fold.ts';
import { Button } from '../../../components/buttons.tsx';
import { Checkbox } from '../../../components/controls.tsx';
import { Badge, type Tone } from '../../../components/surfaces.tsx';
import { useDesk } from '../../../store/desk.ts';
import { countText, dayText } from '../../../text/format.ts';
import { text } from '../../../text/text.ts';
import { fieldText, sourceName, valueText } from '../../register/fact-words.ts';
import { changeBadges, type Remark } from './change-badges.ts';
import { nameOf, type Row } from './entries.ts';
import { GroupCells, type LineActions } from './group-cells.tsx';
import type { Line } from './lines.ts';
import type { RejectReason } from '../../../../core/register/import/reject-reason.ts';
import { rejectSentence } from './reject-sentence.ts';
import { serviceSentence } from './service-sentence.ts';

/** The cells of one line; a form has cells of its own. */
export function LineCells({
  line,
  ...actions
}: { readonly line: Exclude<Line, { kind: 'form' }> } & LineActions) {
  switch (line.kind) {
    case 'group':
      return <GroupCells line={line} {...actions} />;
    case 'changed':
      return <ChangedCells line={line} {...actions} />;
    case 'fresh':
      return (
        <ServiceCells
          row={line.row}
          first={<Tick name={nameOf(line.row)} {...actions} />}
          remarks={[...doubts(line.row), { tone: 'ok', text: text('service-import.is-fresh') }]}
        />
      );
    case 'same':
      return <ServiceCells row={line.row} first={null} remarks={[]} />;
    case 'incomplete':
      return (
        <>
          <td />
          <td className="strong">{nameOf(line.row)}</td>
          <td colSpan={4}>{text('service-import.paste-incomplete', { missing: line.missing })}</td>
        </>
      );
    case 'rejected':
      return <RejectedCells line={line} {...actions} />;
    case 'absent': {
      const { known } = line.service;
      return (
        <>
          <td />
          <td className="strong">{known.holder?.value ?? known.vatCode?.value ?? line.service.id}</td>
          <td colSpan={4} className="muted">
            {serviceSentence(
              Object.fromEntries(Object.entries(known).map(([field, one]) => [field, one.value])),
            )}
          </td>
        </>
      );
    }
    case 'more':
      return (
        <>
          <td />
          <td colSpan={5}>
            <Button tabIndex={-1} onPress={actions.onOpen}>
              {text('service-import.show-all', { count: countText(line.count) })}
            </Button>
          </td>
        </>
      );
  }
}

function Tick({ name, share, onTick }: { readonly name: string } & Pick<LineActions, 'share' | 'onTick'>) {
  return (
    <Checkbox
      label={text('service-import.take', { name })}
      tabStop={false}
      checked={share === 'all'}
      onChange={onTick}
    />
  );
}

function ChangedCells({
  line: { row, change },
  ...actions
}: { readonly line: Extract<Line, { kind: 'changed' }> } & LineActions) {
  const today = useDesk((desk) => desk.state.today);
  const name = nameOf(row);
  return (
    <>
      <td>
        <Tick name={`${name}, ${fieldText(change.field)}`} {...actions} />
      </td>
      <td className="strong">{name}</td>
      <td>{fieldText(change.field).toLowerCase()}</td>
      <td className="muted">
        <Before known={change.before} />
      </td>
      <td className="strong">{valueText(change as never)}</td>
      <td>
        <Remarks row={row} remarks={changeBadges(row, change, today)} />
      </td>
    </>
  );
}

/** What Allinea knows today, with its source and day beside it. */
function Before({ known }: { readonly known: Known | undefined }) {
  const newest = known?.facts[0];
  if (newest === undefined) return <>{text('register.not-said')}</>;
  return (
    <>
      {valueText(newest)}{' '}
      <small className="faint">
        {text('service-import.short-source', {
          source: newest.source.kind === 'sheet' ? newest.source.file : sourceName(newest.source),
          day: dayText(newest.asOf),
        })}
      </small>
    </>
  );
}

function Remarks({ row, remarks }: { readonly row: Row; readonly remarks: readonly Remark[] }) {
  return (
    <span className="row row-wrap import-remarks">
      {remarks.map(({ tone, text: said }) => (
        <Badge key={said} tone={tone}>
          {said}
        </Badge>
      ))}
      {row.row.corrected && <Badge tone="accent">{text('service-import.by-hand')}</Badge>}
    </span>
  );
}

const doubts = ({ row }: Row): readonly Remark[] =>
  row.doubts.map((doubt) => ({ tone: 'soon' as Tone, text: text(`service-import.${doubt}`) }));

function ServiceCells({
  row,
  first,
  remarks,
}: {
  readonly row: Row;
  readonly first: ReactNode;
  readonly remarks: readonly Remark[];
}) {
  return (
    <>
      <td>{first}</td>
      <td className="strong">{nameOf(row)}</td>
      <td colSpan={3}>{serviceSentence(row.row.details)}</td>
      <td>
        <Remarks row={row} remarks={remarks} />
      </td>
    </>
  );
}

function RejectedCells({
  line: { fault },
  onOpen,
  opened,
  faultName,
}: { readonly line: Extract<Line, { kind: 'rejected' }> } & LineActions) {
  return (
    <>
      <td />
      <td className="strong">{faultName(fault.row)}</td>
      <td colSpan={3}>
        <Sentence fault={fault} />
      </td>
      <td className="actions">
        <span className="row">
          <Button
            tabIndex={-1}
            aria-expanded={opened}
            aria-label={text('service-import.correct-row', { row: fault.row })}
            onPress={onOpen}
          >
            {text('service-import.correct')}
          </Button>
          <small className="faint">{text('service-import.row', { row: fault.row })}</small>
        </span>
      </td>
    </>
  );
}

/** Reasons whose sentence names the column already. */
const saysColumn: ReadonlySet<RejectReason['kind']> = new Set([
  'wrong-check-digit',
  'wrong-check-letter',
  'no-such-day',
  'missing-holder',
  'missing-kind',
  'missing-expiry',
  'module-on-receive-only',
]);

/** Why the row was rejected. A wrong check digit or check letter stands out: it is the last one. */
function Sentence({ fault: { reason, column } }: Pick<Extract<Line, { kind: 'rejected' }>, 'fault'>) {
  const said = rejectSentence(reason);
  const sentence = column === null || saysColumn.has(reason.kind) ? said : `${column}: ${said}`;
  if (reason.kind !== 'wrong-check-digit' && reason.kind !== 'wrong-check-letter') return <>{sentence}</>;
  const end = sentence.indexOf(reason.value) + reason.value.length;
  return (
    <>
      {sentence.slice(0, end - 1)}
      <strong className="import-wrong">{sentence.slice(end - 1, end)}</strong>
      {sentence.slice(end)}
    </>
  );
}
