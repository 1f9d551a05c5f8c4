import { optionalFields } from '../../../core/people/import/column-names.ts';
import type { CopyCommand } from '../../../core/bridge/studios.ts';
import type { AppState } from '../../../core/desk/rows/state.ts';
import { Button } from '../../components/buttons.tsx';
import { Card } from '../../components/surfaces.tsx';
import { copyToStudio, useStudios } from '../../store/studios.ts';
import { useDesk } from '../../store/desk.ts';
import { text } from '../../text/text.ts';

/**
 * What a studio of one's own takes over from the sample (rule J1): people, price lists, rules; never
 * services, orders or receipts. A person with the same address gets these details; a price list of the same
 * name stays as it is there.
 */
function commandsOf({ workspace }: AppState): readonly CopyCommand[] {
  const people = [...workspace.people.values()].map(({ id: _, ...details }) => details);
  const firm = workspace.firm.get('firm');
  return [
    ...(people.length === 0
      ? []
      : [{ type: 'people/import', rows: people, present: [...optionalFields] } satisfies CopyCommand]),
    ...[...workspace.ownPriceLists.values()].map((list) => ({ type: 'price-list/put', list }) as const),
    ...(firm === undefined
      ? []
      : [
          {
            type: 'firm/settings',
            rule: firm.rule,
            offPolicy: firm.offPolicy,
            language: firm.language,
            theme: firm.theme,
          } as const,
        ]),
  ];
}

/** "Copia nel mio studio": shown in the sample alone. */
export function CopyToStudio() {
  const studios = useStudios((known) => known.studios) ?? [];
  const own = studios.filter(({ kind }) => kind === 'own');
  const state = useDesk((desk) => desk.state);
  return (
    <Card title={text('studio.copy')}>
      <div className="card-body stack">
        <p>{text('studio.copy-text')}</p>
        {own.length === 0 && <p className="muted">{text('studio.copy-none')}</p>}
        <div className="row row-wrap">
          {own.map((studio) => (
            <Button key={studio.id} onPress={() => void copyToStudio(studio.id, commandsOf(state))}>
              {text('studio.copy-to', { name: studio.name })}
            </Button>
          ))}
        </div>
      </div>
    </Card>
  );
}
