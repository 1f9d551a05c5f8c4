import { useMemo, useState } from 'react';
import type { ShownReading } from '../../../core/bridge/account.ts';
import type { Registered } from '../../../core/register/fold.ts';
import { Button } from '../../components/buttons.tsx';
import { Banner, Page } from '../../components/surfaces.tsx';
import { submit } from '../../store/actions.ts';
import { useDesk } from '../../store/desk.ts';
import { go } from '../../store/ui-store.ts';
import { countText, dayText } from '../../text/format.ts';
import { text } from '../../text/text.ts';
import { ConsequencesCard } from '../services/import/consequences-card.tsx';
import { DifferenceTable } from '../services/import/difference-table.tsx';
import { LineCells } from '../services/import/line-cells.tsx';
import { linesOf, type Folding, type Groups, type Line } from '../services/import/lines.ts';
import { fieldKey, groupKeys, takenRows, tickKey, useTicks } from '../services/import/ticks.ts';
import { useConsequences } from '../services/import/use-consequences.ts';
import { proposedRow, unsureFields } from './proposed.ts';
import { HoldersCard, LimitsCard, SaidCard } from './said-cards.tsx';

/** The heading of the values that Aruba says. */
const saidHere = 'from-aruba.col';

const folded: Folding = { open: new Set(), whole: new Set(), form: null };

/**
 * What Aruba says beside what the register knows, in the difference view of the imports: ticks, nothing saved
 * before Conferma, one undo.
 */
export function Proposals({
  reading,
  registered,
  holder,
  onAgain,
}: {
  readonly reading: ShownReading;
  readonly registered: Registered;
  readonly holder: string;
  readonly onAgain: () => void;
}) {
  const today = useDesk((desk) => desk.state.today);
  const row = useMemo(() => proposedRow(reading, registered), [reading, registered]);
  const groups = useMemo((): Groups => {
    const none = { fresh: [], incomplete: [], rejected: [], absent: [] };
    return row.changed.length === 0
      ? { ...none, changed: [], same: [row] }
      : { ...none, changed: [row], same: [] };
  }, [row]);
  const ticks = useTicks(unsureFields(reading, row).map((field) => fieldKey(row, field)));
  const [wanted, setWanted] = useState(
    row.changed[0] === undefined ? null : fieldKey(row, row.changed[0].field),
  );
  const lines = useMemo(() => linesOf(groups, folded), [groups]);
  const taken = useMemo(() => takenRows(groups, ticks.off), [groups, ticks.off]);
  const wish = useMemo(
    () => ({
      entries: taken.map(({ details }) => ({
        about: registered.id,
        details,
        source: row.row.source,
        evidence: row.row.evidence,
      })),
      asOf: today,
    }),
    [taken, registered.id, row, today],
  );
  const consequences = useConsequences(wish);
  const count = taken.reduce((sum, { details }) => sum + Object.keys(details).length, 0);
  const back = (): void => go({ screen: 'service', serviceId: registered.id });

  async function confirm(): Promise<void> {
    if (count === 0) return;
    const done = { text: text('from-aruba.done', { holder, count }), undo: true };
    if (await submit({ type: 'register/record', ...wish }, done)) back();
  }

  const keysOf = (line: Line | null): readonly string[] => {
    if (line === null || line.kind === 'group') return groupKeys(groups, line?.group ?? 'changed');
    return tickKey(line) === undefined ? [] : [line.key];
  };
  const { info, identity } = reading;
  const written = info.expiry?.written ?? null;
  return (
    <Page
      title={text('from-aruba.title')}
      lead={text('from-aruba.lead', { holder })}
      actions={
        <>
          <Button onPress={back} autoFocus={row.changed.length === 0}>
            {text('from-aruba.back')}
          </Button>
          <Button onPress={onAgain}>{text('from-aruba.again')}</Button>
          {row.changed.length > 0 && (
            <Button kind="primary" isDisabled={count === 0} onPress={() => void confirm()}>
              {text('from-aruba.confirm', { count: countText(count) })}
            </Button>
          )}
        </>
      }
    >
      {identity === 'unsaid' && <Banner tone="soon">{text('from-aruba.identity-unsaid')}</Banner>}
      {info.expiry !== null && info.expiry.day !== null && written !== null && (
        <Banner tone="soon">
          {text('from-aruba.other-day', {
            text: info.expiry.text,
            day: dayText(info.expiry.day),
            written: dayText(written),
          })}
        </Banner>
      )}
      {row.changed.length === 0 && <Banner tone="ok">{text('from-aruba.nothing-new')}</Banner>}
      <div className="split">
        <div className="stack">
          {row.changed.length > 0 && (
            <section className="card" aria-label={text('service-import.table')}>
              <DifferenceTable
                lines={lines}
                ticks={ticks}
                keysOf={keysOf}
                wanted={wanted}
                onWanted={() => setWanted(null)}
                onFocus={() => undefined}
                onOpen={() => undefined}
                said={saidHere}
                renderCells={(line) =>
                  line.kind === 'form' ? null : (
                    <LineCells
                      line={line}
                      share={ticks.share(keysOf(line))}
                      onTick={() => ticks.set(keysOf(line), ticks.share(keysOf(line)) !== 'all')}
                      onOpen={() => undefined}
                      opened={false}
                      faultName={() => ''}
                      onHandBack={null}
                    />
                  )
                }
              />
            </section>
          )}
          <SaidCard reading={reading} />
          {reading.list !== null && <HoldersCard list={reading.list} />}
        </div>
        <div className="stack">
          {row.changed.length > 0 && <ConsequencesCard facts={count} consequences={consequences} />}
          <LimitsCard />
        </div>
      </div>
    </Page>
  );
}
