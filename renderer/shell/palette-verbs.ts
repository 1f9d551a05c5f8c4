import { isRunning, phaseOf } from '../../core/services/lifecycle.ts';
import type { AppState } from '../../core/desk/rows/state.ts';
import { boardOf } from '../../core/desk/seats/seat-boards.ts';
import { renewalAction } from '../../core/desk/pending/automatic-renewal.ts';
import type { Service } from '../../core/services/service.ts';
import { openCart, openRenewal } from '../screens/cart/open-cart.ts';
import { go, openDialog, useUi } from '../store/ui-store.ts';
import { fold, searchWords } from '../text/fold.ts';
import { text, type TextId } from '../text/text.ts';
import type { PaletteEntry } from './palette-search.ts';

/** Something that can be done with a service, and the words that ask for it in both languages. */
interface Verb {
  readonly label: Extract<TextId, `do.${string}`>;
  readonly words: readonly string[];
  readonly can: (state: AppState, service: Service) => boolean;
  readonly run: (service: Service) => void;
}

const verbs: readonly Verb[] = [
  {
    label: 'do.add',
    words: ['aggiungi', 'acquista', 'compra', 'add', 'buy'],
    can: (state, service) => isRunning(service, state.today),
    run: ({ id }) => void openCart(id),
  },
  {
    label: 'do.renew',
    words: ['rinnova', 'riattiva', 'renew', 'reactivate'],
    can: (state, service) => renewalAction(state, service) !== null,
    run: ({ id }) => void openRenewal(id),
  },
  {
    label: 'do.quote',
    words: ['preventivo', 'offerta', 'quote', 'offer'],
    can: (state, service) => phaseOf(service, state.today) !== 'deleted',
    run: ({ id }) => openDialog({ kind: 'new-quote', serviceId: id }),
  },
  {
    label: 'do.give',
    words: ['assegna', 'dai', 'assign', 'give'],
    can: (state, service) => boardOf(state, service).free > 0,
    run: ({ id }) => openDialog({ kind: 'give-seat', serviceId: id }),
  },
  {
    label: 'do.assign',
    words: ['libera', 'utenti', 'personale', 'free', 'seats', 'staff'],
    can: (state, service) => phaseOf(service, state.today) !== 'deleted',
    run: ({ id }) => {
      useUi.setState({ peopleService: id });
      go({ screen: 'people' });
    },
  },
  {
    label: 'do.align',
    words: ['allinea', 'pannello', 'crea', 'align', 'panel', 'create'],
    can: (state, service) => isRunning(service, state.today),
    run: ({ id }) => openDialog({ kind: 'align-panel', serviceId: id }),
  },
];

/** An expired service is reactivated, not renewed. */
const labelOf = (label: Verb['label'], state: AppState, service: Service): TextId =>
  label === 'do.renew' && renewalAction(state, service) === 'reactivate' ? 'do.reactivate' : label;

/** A shorter beginning of a verb is still a search for names. */
const fewestLetters = 3;

/** "aggiungi rossi": what the first word asks for, for the services that have the other words. */
export function verbEntries(state: AppState, query: string, most: number): readonly PaletteEntry[] {
  const [first = '', ...rest] = searchWords(query);
  if (first.length < fewestLetters) return [];
  const asked = verbs.filter(({ words }) => words.some((word) => word.startsWith(first)));
  const found: PaletteEntry[] = [];
  for (const { label, can, run } of asked)
    for (const service of state.replica.services.values()) {
      if (found.length === most) return found;
      const holder = fold(service.holder);
      if (!rest.every((word) => holder.includes(word)) || !can(state, service)) continue;
      found.push({
        id: `${label} ${service.id}`,
        group: 'palette.command',
        label: text(labelOf(label, state, service), { holder: service.holder }),
        note: text(`kind.${service.kind}`),
        run: () => run(service),
      });
    }
  return found;
}

const specimenNames: ReadonlySet<string> = new Set(['componenti', 'components']);

/** The page of all components: only its whole name finds it, because it is of no use to a studio. */
export const hiddenEntries = (query: string): readonly PaletteEntry[] =>
  specimenNames.has(fold(query).trim())
    ? [
        {
          id: 'specimens',
          group: 'palette.screen',
          label: text('specimen.title'),
          note: '',
          run: () => go({ screen: 'specimens' }),
        },
      ]
    : [];
