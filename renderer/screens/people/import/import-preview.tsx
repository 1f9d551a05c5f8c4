import { useCallback, useEffect, useMemo, useRef, useState, type ReactNode } from 'react';
import type { Steps } from '../../../../core/kernel/steps.ts';
import {
  importableRows,
  namedOnly,
  planImportInSteps,
  type ImportPlan,
} from '../../../../core/people/import/import-people.ts';
import type { StaffList } from '../../../../core/people/import/read-staff-list.ts';
import { emailKey, type Person, type PersonDetails } from '../../../../core/people/person.ts';
import { Button } from '../../../components/buttons.tsx';
import { Checkbox } from '../../../components/controls.tsx';
import { Card } from '../../../components/surfaces.tsx';
import { useSteps } from '../../../components/use-steps.ts';
import { submit } from '../../../store/actions.ts';
import { useDesk } from '../../../store/desk.ts';
import { go } from '../../../store/ui-store.ts';
import { countText } from '../../../text/format.ts';
import { text } from '../../../text/text.ts';
import { SheetSelect } from '../../../components/sheet-select.tsx';
import { DatesQuestion } from '../../../components/dates-question.tsx';
import { ImportColumns } from './import-columns.tsx';
import { ImportGroups } from './import-groups.tsx';
import type { Group } from './import-lines.tsx';
import type { ReadList } from './read-list.ts';
import { UnusedQuestion } from './unused-question.tsx';
import type { OpenList } from './use-list.ts';

/** The list with its plan: a plan of another list says nothing about this one. */
function* compareInSteps(
  list: StaffList,
  rows: readonly PersonDetails[],
  people: ReadonlyMap<string, Person>,
  takeCase: boolean,
): Steps<{ readonly list: StaffList; readonly plan: ImportPlan }> {
  const plan = yield* planImportInSteps(people, rows, new Set(list.present), takeCase, namedOnly(list));
  return { list, plan };
}

function withTicks(off: ReadonlySet<string>, addresses: readonly string[], on: boolean): ReadonlySet<string> {
  const next = new Set(off);
  for (const address of addresses)
    if (on) next.delete(address);
    else next.add(address);
  return next;
}

/** Shows what an import would do: the file, its columns, and every row in its group. */
export function ImportPreview({
  reading,
  other,
  open: { choose, leaveOut, sayDates, chooseSheet, busy },
}: {
  readonly reading: Extract<ReadList, { kind: 'list' }>;
  readonly other: ReactNode;
  readonly open: Pick<OpenList, 'choose' | 'leaveOut' | 'sayDates' | 'chooseSheet' | 'busy'>;
}) {
  const state = useDesk((desk) => desk.state);
  const [columnsOpen, setColumnsOpen] = useState(false);
  const [takeCase, setTakeCase] = useState(false);
  const { list, found, form, unused, given } = reading;
  const rows = useMemo(() => importableRows(list), [list]);
  const { people } = state.workspace;
  const compare = useCallback(
    () => compareInSteps(list, rows, people, takeCase),
    [list, rows, people, takeCase],
  );
  const compared = useSteps(compare, 'at-once');
  const plan = compared.value?.list === list ? compared.value.plan : null;
  const [group, setGroup] = useState<Group | null>(null);
  const asked = new Set(unused.map(({ header }) => header));
  const ignored = list.ignored.filter((header) => !asked.has(header));
  const [off, setOff] = useState<ReadonlySet<string>>(new Set());
  const isTaken = ({ email }: { readonly email: string }): boolean => !off.has(emailKey(email));
  const added = plan?.added.filter(isTaken).length ?? 0;
  const changed = plan?.changed.filter(({ details }) => isTaken(details)).length ?? 0;
  const values = { added: countText(added), changed: countText(changed) };

  // The button that chose the file is gone, so the summary takes the focus. Keyboard users
  // continue from there.
  const summary = useRef<HTMLHeadingElement>(null);
  useEffect(() => {
    if (document.activeElement === document.body) summary.current?.focus();
  }, []);

  const [applies, setApplies] = useState(false);
  async function apply(): Promise<void> {
    setApplies(true);
    const applied = await submit(
      { type: 'people/import', rows: rows.filter(isTaken), present: [...list.present], takeCase },
      { text: text('import.applied', values), undo: true },
    );
    if (applied) go({ screen: 'people' });
    else setApplies(false);
  }

  return (
    <>
      {list.ambiguousDates && <DatesQuestion onAnswer={sayDates} />}
      {unused.length > 0 && <UnusedQuestion columns={unused} onChoose={choose} onLeaveOut={leaveOut} />}
      <Card>
        <div className="card-body row row-wrap">
          <div className="stack stack-small import-words">
            <h2 ref={summary} tabIndex={-1}>
              {text('import.file', {
                name: given.name,
                rows: list.rows.length + list.rejected.length,
                header: list.headerRow,
                form: text(`import.format-${form}`, { sheet: found.sheet.name ?? '' }),
              })}
            </h2>
            <span className="muted">
              {text('import.columns', {
                columns: list.columns
                  .map(({ header, field }) =>
                    text('import.column', { header, field: text(`field.${field}`) }),
                  )
                  .join(', '),
              })}{' '}
              {ignored.length > 0 && text('import.ignored', { columns: ignored.join(', ') })}
            </span>
            {plan !== null && plan.recased.length > 0 && (
              <Checkbox checked={takeCase} onChange={setTakeCase}>
                {text('import.take-case', { count: plan.recased.length })}
              </Checkbox>
            )}
          </div>
          <div className="row">
            <SheetSelect found={found} onChoose={chooseSheet} />
            <Button aria-expanded={columnsOpen} onPress={() => setColumnsOpen(!columnsOpen)}>
              {text('columns.title')}
            </Button>
            {other}
            <Button
              kind="primary"
              // While another list is read, nobody confirms this one by mistake. Nobody confirms dates
              // that may be read wrongly, either.
              isDisabled={
                applies || busy !== null || !compared.isNow || added + changed === 0 || list.ambiguousDates
              }
              onPress={() => void apply()}
            >
              {plan === null
                ? text('import.comparing')
                : added + changed === 0
                  ? text('import.nothing')
                  : list.ambiguousDates
                    ? text('import.answer-dates')
                    : text('import.apply', values)}
            </Button>
          </div>
        </div>
      </Card>
      {columnsOpen && <ImportColumns {...reading} onChoose={choose} />}
      {plan !== null && (
        <ImportGroups
          list={list}
          plan={plan}
          found={found}
          chosen={group}
          ticks={{ off, set: (addresses, on) => setOff(withTicks(off, addresses, on)) }}
          onChoose={setGroup}
        />
      )}
    </>
  );
}
