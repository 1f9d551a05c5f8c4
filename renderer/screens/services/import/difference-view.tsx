import { useCallback, useEffect, useMemo, useState, type ReactNode } from 'react';
import { cleanCell, shorten } from '../../../../core/formats/spreadsheet/cell.ts';
import { Button } from '../../../components/buttons.tsx';
import { Banner, Page } from '../../../components/surfaces.tsx';
import { useSteps } from '../../../components/use-steps.ts';
import { submit } from '../../../store/actions.ts';
import { useDesk } from '../../../store/desk.ts';
import { go } from '../../../store/ui-store.ts';
import { countText } from '../../../text/format.ts';
import { text } from '../../../text/text.ts';
import { toRemember } from './choose-columns.ts';
import { compareServices, type ComparedServices, type Readable } from './compare-services.ts';
import { ConsequencesCard } from './consequences-card.tsx';
import { CorrectForm } from './correct-form.tsx';
import { DifferenceTable } from './difference-table.tsx';
import { handBack } from './hand-back.ts';
import { LineCells } from './line-cells.tsx';
import { linesOf, type Folding, type Line } from './lines.ts';
import { RowPanel } from './row-panel.tsx';
import { groupKeys, takenRows, tickKey, useTicks } from './ticks.ts';
import { useConsequences } from './use-consequences.ts';
import { useCorrecting } from './use-correcting.ts';
import type { ListFormat } from './reading-messages.ts';
import type { OpenServices } from './use-service-list.ts';

interface ViewProps {
  readonly open: OpenServices;
  /** A button of the page, before those of the difference. */
  readonly head: ReactNode;
  /** What is to be answered, above the table. */
  readonly questions: ReactNode;
}

/**
 * The one difference view of all imports: changed field by field, new, to correct, the same, not in this
 * list. While an answer is compared, the comparison before stays in sight and cannot be confirmed.
 */
export function DifferenceView({ reading, ...view }: ViewProps & { readonly reading: Readable }) {
  const facts = useDesk((desk) => desk.state.workspace.facts);
  const compare = useCallback(() => compareServices(reading, facts.values()), [reading, facts]);
  const { value, isNow } = useSteps(compare, 'at-once');
  if (value !== null) return <Difference {...view} {...value} isNow={isNow} />;
  return (
    <Page
      title={text('service-import.title')}
      lead={text('service-import.comparing')}
      actions={<Button onPress={view.open.close}>{text('service-import.cancel')}</Button>}
    >
      {null}
    </Page>
  );
}

function Difference({
  reading,
  groups,
  isNow,
  open,
  head,
  questions,
}: ViewProps & ComparedServices & { readonly isNow: boolean }) {
  const { today, workspace } = useDesk((desk) => desk.state);
  const { facts } = workspace;
  const ticks = useTicks();
  const [folding, setFolding] = useState<Folding>({ open: new Set(), whole: new Set(), form: null });
  const [focused, setFocused] = useState<string | null>(null);
  const correcting = useCorrecting({ open, groups, folding, setFolding });
  const lines = useMemo(() => linesOf(groups, folding), [groups, folding]);
  const columns = useMemo(
    () =>
      reading.kind === 'list'
        ? toRemember(open.answers.columns, workspace.serviceColumns, reading.list.found.header)
        : [],
    [reading, open.answers, workspace.serviceColumns],
  );
  const { has, off } = ticks;
  const taken = useMemo(() => takenRows(groups, off), [groups, off]);
  const wish = useMemo(
    () => ({
      entries: taken.map(({ row, details }) => ({
        about: row.about,
        details,
        source: row.row.source,
        evidence: row.row.evidence,
      })),
      asOf: today,
    }),
    [taken, today],
  );
  const consequences = useConsequences(wish);
  const factCount = taken.reduce((sum, { details }) => sum + Object.keys(details).length, 0);
  const faults = groups.rejected.length + groups.incomplete.length;
  const nothing = !isNow || (taken.length === 0 && columns.length === 0);

  async function confirm(): Promise<void> {
    if (nothing || open.busy !== null) return;
    const done =
      taken.length === 0
        ? text('service-import.remembered')
        : text('service-import.done', { count: taken.length, left: faults });
    const command = { type: 'register/record', ...wish, columns } as const;
    if (!(await submit(command, { text: done, undo: true }))) return;
    open.close();
    go({ screen: 'services' });
  }

  // The button that chose the list is gone, so the first row takes the focus.
  useEffect(() => {
    const first = lines[1]?.key;
    if (document.activeElement === document.body && first !== undefined) correcting.want(first);
    // Only when the list comes.
    // oxlint-disable-next-line react-hooks/exhaustive-deps
  }, []);

  const keysOf = (line: Line | null): readonly string[] => {
    if (line === null) return [...groupKeys(groups, 'changed'), ...groupKeys(groups, 'fresh')];
    if (line.kind === 'group') return groupKeys(groups, line.group);
    return tickKey(line) === undefined ? [] : [line.key];
  };
  function openLine(line: Line): void {
    if (line.kind === 'rejected') correcting.toggle(line.fault.row);
    if (line.kind === 'more') setFolding({ ...folding, whole: new Set([...folding.whole, line.group]) });
    if (line.kind !== 'group') return;
    const now = new Set(folding.open);
    if (!now.delete(line.group)) now.add(line.group);
    setFolding({ ...folding, open: now });
  }
  const opened = (line: Line): boolean =>
    (line.kind === 'group' && folding.open.has(line.group)) ||
    (line.kind === 'rejected' && folding.form === line.fault.row);
  const shown = lines.find(({ key }) => key === focused) ?? lines[1];
  const panelLine = shown?.kind === 'group' ? lines[lines.indexOf(shown) + 1] : shown;
  const all = [...groups.changed, ...groups.fresh];
  return (
    <Page
      wide
      title={text('service-import.title')}
      lead={summary(reading, [groups.fresh, groups.changed, groups.same], faults)}
      actions={
        <>
          {head}
          <Button onPress={open.close}>{text('service-import.cancel')}</Button>
          <Button kind="primary" isDisabled={nothing} onPress={() => void confirm()}>
            {taken.length === 0 && columns.length > 0
              ? text('service-import.remember')
              : text('service-import.confirm', { count: countText(taken.length) })}
          </Button>
        </>
      }
    >
      {questions}
      {all.length === 0 && faults === 0 && <Banner tone="accent">{text('service-import.nothing')}</Banner>}
      <div className="split">
        <section className="card" aria-label={text('service-import.table')}>
          <DifferenceTable
            lines={lines}
            ticks={ticks}
            keysOf={keysOf}
            wanted={correcting.wanted}
            onWanted={() => correcting.want(null)}
            onFocus={({ key }) => setFocused(key)}
            onOpen={openLine}
            renderCells={(line) =>
              line.kind === 'form' ? (
                <td colSpan={6}>
                  {reading.kind === 'list' && (
                    <CorrectForm
                      list={reading.list}
                      fault={line.fault}
                      onRead={(cells) => void correcting.read(line.fault.row, cells)}
                      onClose={() => correcting.toggle(line.fault.row)}
                    />
                  )}
                </td>
              ) : (
                <LineCells
                  line={line}
                  share={ticks.share(keysOf(line))}
                  onTick={() => ticks.set(keysOf(line), ticks.share(keysOf(line)) !== 'all')}
                  onOpen={() => openLine(line)}
                  opened={opened(line)}
                  faultName={(row) => faultName(reading, row)}
                  onHandBack={
                    line.kind === 'group' && line.group === 'rejected' && reading.kind === 'list'
                      ? () => handBack(reading.list)
                      : null
                  }
                />
              )
            }
          />
        </section>
        <div className="stack">
          <RowPanel
            line={panelLine}
            taken={panelLine !== undefined && has(panelLine.key)}
            reading={reading}
            factsOf={(id) => [...facts.values()].filter(({ about }) => about === id)}
          />
          <ConsequencesCard facts={factCount} consequences={consequences} />
        </div>
      </div>
    </Page>
  );
}

/** The name of a rejected row: its holder if that can be read, else the beginning of its text. */
function faultName(reading: Readable, row: number): string {
  if (reading.kind !== 'list') return '';
  const { found, rejected } = reading.list;
  const index = found.header.columns.find(({ field }) => field === 'holder')?.index ?? -1;
  const cell = cleanCell(found.sheet.rows.find((one) => one.row === row)?.cells[index] ?? '');
  return shorten(cell === '' ? (rejected.find((one) => one.row === row)?.text ?? '') : cell, 40);
}

/** Whether the encoding is only a guess from the text. Its name is then shown: the guess may be wrong. */
const isGuessed = (form: ListFormat): form is Extract<ListFormat, (typeof guessed)[number]> =>
  guessed.some((one) => one === form);

const guessed = ['windows-1252', 'mixed', 'macintosh', 'cp850', 'utf-8-twice'] as const;

/** The file and how many of its rows are in each group. */
function summary(
  reading: Readable,
  [fresh, changed, same]: readonly [readonly unknown[], readonly unknown[], readonly unknown[]],
  rejected: number,
): string {
  const name =
    reading.kind === 'paste'
      ? text('service-import.pasted')
      : text('service-import.of-file', {
          name: reading.name,
          sheet: reading.list.found.sheet.name ?? 'none',
          form: isGuessed(reading.form) ? text(`import.format-${reading.form}`) : 'none',
          rows: countText(
            reading.list.rejected.length + reading.list.rows.reduce((sum, { rows }) => sum + rows.length, 0),
          ),
        });
  return text('service-import.summary', {
    name,
    fresh: countText(fresh.length),
    changed: countText(changed.length),
    same: countText(same.length),
    rejected: countText(rejected),
  });
}
