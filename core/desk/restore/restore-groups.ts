import { fullName } from '../../people/person.ts';
import { numberOf, numberText } from '../../quotes/quote-document.ts';
import type { AppState, Tables, WorkspaceChange, WorkspaceRows } from '../rows/state.ts';

/**
 * What a person calls the rows that a restore touches. `purchases-away`: purchases of the backup that do not
 * come back (see heldBack). They stand in `lost`.
 */
export const restoreGroups = [
  'people',
  'services',
  'clients',
  'seats',
  'quotes',
  'purchases',
  'invoices',
  'settings',
  'purchases-away',
] as const;
export type RestoreGroup = (typeof restoreGroups)[number];

const groups: { readonly [T in keyof WorkspaceRows]?: RestoreGroup } = {
  people: 'people',
  notes: 'people',
  facts: 'services',
  clients: 'clients',
  seats: 'seats',
  needs: 'seats',
  quotes: 'quotes',
  purchases: 'purchases',
  invoices: 'invoices',
};

interface NamedDesk {
  readonly workspace: Tables<WorkspaceRows>;
  readonly replica: Pick<AppState['replica'], 'services'>;
}

const mostNames = 3;

/** The names of people, services and documents that the rows of a desk are about. */
function nameOf({ workspace, replica }: NamedDesk, table: keyof WorkspaceRows, id: string): string {
  const person = (personId: string): string => {
    const found = workspace.people.get(personId);
    return found === undefined ? '' : fullName(found);
  };
  switch (table) {
    case 'people':
    case 'notes':
      return person(id);
    case 'seats':
    case 'needs':
      return person(workspace[table].get(id)?.personId ?? '');
    case 'facts': {
      const about = workspace.facts.get(id)?.about;
      return about === undefined ? '' : (replica.services.get(about)?.holder ?? '');
    }
    case 'clients':
      return workspace.clients.get(id)?.name ?? '';
    case 'quotes': {
      const quote = workspace.quotes.get(id);
      const number = quote === undefined ? null : numberOf(quote);
      return number === null ? (quote?.recipient.name ?? '') : numberText(number);
    }
    case 'purchases':
      return workspace.purchases.get(id)?.holder ?? '';
    default:
      return '';
  }
}

/** A row of a table, as one text. `row`: what a person counts. */
const rowText = (table: keyof WorkspaceRows, row: string, id: string): string => `${table}\n${row}\n${id}`;

/** What a restore would do, for each group that it touches. */
export function restoreEffects(now: NamedDesk, then: NamedDesk, changes: readonly WorkspaceChange[]) {
  const effects = new Map<RestoreGroup, Record<'lost' | 'changed' | 'back', Set<string>>>();
  for (const { table, id, value } of changes) {
    const group = groups[table] ?? 'settings';
    const row: string =
      table === 'facts' ? ((now.workspace.facts.get(id) ?? then.workspace.facts.get(id))?.about ?? id) : id;
    const kinds = effects.get(group) ?? { lost: new Set(), changed: new Set(), back: new Set() };
    effects.set(group, kinds);
    // A service changes with any of its facts. It is lost, or comes back, with all of them.
    const isThere = table === 'facts' ? now.replica.services.has(row as never) : now.workspace[table].has(id);
    const willBe = table === 'facts' ? then.replica.services.has(row as never) : value !== null;
    kinds[isThere ? (willBe ? 'changed' : 'lost') : 'back'].add(rowText(table, row, id));
  }
  const counted = (desk: NamedDesk, rows: ReadonlySet<string>) => {
    const byRow = new Map(
      [...rows].map((text) => {
        const [table = '', row = '', id = ''] = text.split('\n');
        return [`${table} ${row}`, nameOf(desk, table as keyof WorkspaceRows, id)] as const;
      }),
    );
    const names = [...new Set([...byRow.values()].filter((name) => name !== ''))].toSorted();
    return { count: byRow.size, names: names.slice(0, mostNames) };
  };
  const away = purchasesAway(now, then, changes);
  if (away.size > 0) effects.set('purchases-away', { lost: away, changed: new Set(), back: new Set() });
  return restoreGroups.flatMap((group) => {
    const kinds = effects.get(group);
    return kinds === undefined
      ? []
      : [
          {
            group,
            lost: counted(group === 'purchases-away' ? then : now, kinds.lost),
            changed: counted(now, kinds.changed),
            back: counted(then, kinds.back),
          },
        ];
  });
}

/** The purchases of the backup that are gone and do not come back. */
function purchasesAway(now: NamedDesk, then: NamedDesk, changes: readonly WorkspaceChange[]): Set<string> {
  const come = new Set(changes.flatMap(({ table, id }) => (table === 'purchases' ? [id] : [])));
  return new Set(
    [...then.workspace.purchases.keys()]
      .filter((id) => !now.workspace.purchases.has(id) && !come.has(id))
      .map((id) => rowText('purchases', id, id)),
  );
}
