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

const adding: Verb = {
  label: 'do.add',
  words: ['aggiungi', 'acquista', 'compra', 'add', 'buy'],
  can: (state, service) => isRunning(service, state.today),
  run: ({ id }) => void openCart(id),
};
const verbs: readonly Verb[] = [
  adding,
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
const asks = ({ words }: Verb, first: string): boolean =>
  first.length >= fewestLetters && words.some((word) => word.startsWith(first));

const nouns: ReadonlySet<string> = new Set('utente utenti posto posti user users seat seats'.split(' '));
const between: ReadonlySet<string> = new Set(
  [...nouns].concat('a al alla allo ai per di del della to for of'.split(' ')),
);

/** Whether a service is meant: its holder has these words, or those of them that can be part of a name. */
function meant(words: readonly string[]): (service: Service) => boolean {
  const names = words.filter((word) => !between.has(word));
  const looked = names.length > 0 ? names : words.filter((word) => !nouns.has(word));
  return (service) => {
    const holder = fold(service.holder);
    return [words, looked].some((sought) => sought.every((word) => holder.includes(word)));
  };
}

/** Something asked for, and the words that name its service. */
interface Wish extends Pick<Verb, 'can' | 'run'> {
  readonly id: string;
  readonly rest: readonly string[];
  readonly label: (state: AppState, service: Service) => string;
}

/** "aggiungi 3 rossi", "3 utenti a Rossi": so many users. Empty if the words ask for no number of users. */
function numberWish([first = '', second = '', ...others]: readonly string[]): readonly Wish[] {
  const afterVerb = asks(adding, first);
  const [number, rest] = afterVerb ? [second, others] : [first, [second, ...others]];
  const count = /^\d{1,3}$/.test(number) ? Number(number) : 0;
  if (count === 0 || !(afterVerb || nouns.has(second))) return [];
  return [
    {
      id: 'do.add-number',
      rest,
      label: (_state, { holder }) => text('do.add-number', { count, holder }),
      can: adding.can,
      run: ({ id }) => void openCart(id, count),
    },
  ];
}

const verbWishes = ([first = '', ...rest]: readonly string[]): readonly Wish[] =>
  verbs
    .filter((verb) => asks(verb, first))
    .map(({ label, can, run }) => ({
      id: label,
      rest,
      label: (state, service) => text(labelOf(label, state, service), { holder: service.holder }),
      can,
      run,
    }));

/** At most so many things that are asked for: "aggiungi rossi", "3 utenti a Rossi". */
export function verbEntries(state: AppState, query: string, most: number): readonly PaletteEntry[] {
  const words = searchWords(query);
  const found: PaletteEntry[] = [];
  for (const { id, rest, label, can, run } of [...numberWish(words), ...verbWishes(words)]) {
    const means = meant(rest);
    for (const service of state.replica.services.values()) {
      if (found.length === most) return found;
      if (!means(service) || !can(state, service)) continue;
      found.push({
        id: `${id} ${service.id}`,
        group: 'palette.command',
        label: label(state, service),
        note: text(`kind.${service.kind}`),
        run: () => run(service),
      });
    }
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
