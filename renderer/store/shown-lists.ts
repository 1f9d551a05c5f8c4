import { create } from 'zustand';
import {
  usualColumns,
  type ListName,
  type PeopleShown,
  type RenewalsShown,
  type SavedView,
  type ServicesShown,
  type Shown,
} from '../../core/desk/rows/saved-view.ts';
import { go, useUi } from './ui-store.ts';

interface ShownLists {
  /** Its service is chosen for other screens too (`peopleService` in ui-store.ts). */
  readonly people: Omit<PeopleShown, 'serviceId'>;
  /** No view keeps it (core/desk/rows/saved-view.ts). */
  readonly staffSearch: string;
  readonly services: ServicesShown;
  readonly renewals: RenewalsShown;
}

/** Filters that let everything through. */
const unfiltered = {
  people: { standing: 'all', department: null },
  services: { query: '', filters: {} },
  renewals: { query: '', filter: 'all', filters: {} },
} as const;

export const firstShown: ShownLists = {
  people: {
    list: 'people',
    ...unfiltered.people,
    sort: { key: 'standing', descending: false },
    columns: usualColumns,
  },
  staffSearch: '',
  services: { list: 'services', ...unfiltered.services, grouping: 'none' },
  renewals: {
    list: 'renewals',
    ...unfiltered.renewals,
    grouping: 'none',
    shape: 'timeline',
    zoom: 'months',
  },
};

/**
 * What each list shows. A restart begins anew but for the columns (kept-screen.ts); what has a name is a
 * saved view (core/desk/views).
 */
export const useShownLists = create<ShownLists>()(() => firstShown);

/** Changes what a list shows. */
export function showIn<L extends ListName>(list: L, change: Partial<ShownLists[L]>): void {
  useShownLists.setState((now) => ({ [list]: { ...now[list], ...change } }));
}

export const searchStaff = (staffSearch: string): void => useShownLists.setState({ staffSearch });

/** Lets a list show all that it has. Its order, its groups and its columns stay. */
export function showAll(list: ListName): void {
  showIn(list, unfiltered[list]);
  if (list === 'people') searchStaff('');
}

/** Opens the list of a saved view as the view has it. */
export function openView({ shown }: SavedView): void {
  if (useUi.getState().route.screen !== shown.list) go({ screen: shown.list }, 'view');
  show(shown);
}

function show(shown: Shown): void {
  if (shown.list !== 'people') {
    useShownLists.setState({ [shown.list]: shown });
    return;
  }
  const { serviceId, ...people } = shown;
  useShownLists.setState({ people, staffSearch: '' });
  if (serviceId !== null) useUi.setState({ peopleService: serviceId });
}
