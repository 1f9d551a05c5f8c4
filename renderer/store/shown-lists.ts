import { create } from 'zustand';
import type {
  ListName,
  PeopleShown,
  RenewalsShown,
  SavedView,
  ServicesShown,
  Shown,
} from '../../core/desk/rows/saved-view.ts';
import { go, useUi } from './ui-store.ts';

interface ShownLists {
  /** Its service is chosen for other screens too (`peopleService` in ui-store.ts). */
  readonly people: Omit<PeopleShown, 'serviceId'>;
  readonly services: ServicesShown;
  readonly renewals: RenewalsShown;
}

export const firstShown: ShownLists = {
  people: { list: 'people', standing: 'all', department: null, sort: { key: 'standing', descending: false } },
  services: { list: 'services', query: '', filters: {}, grouping: 'none' },
  renewals: {
    list: 'renewals',
    query: '',
    filter: 'all',
    filters: {},
    grouping: 'none',
    shape: 'timeline',
    zoom: 'months',
  },
};

/** What each list shows. A restart begins anew; what has a name is a saved view (core/desk/views). */
export const useShownLists = create<ShownLists>()(() => firstShown);

/** Changes what a list shows. */
export function showIn<L extends ListName>(list: L, change: Partial<ShownLists[L]>): void {
  useShownLists.setState((now) => ({ [list]: { ...now[list], ...change } }));
}

/** Lets a list show all that it has, in the order and the groups that were chosen. */
export const showAll = (list: ListName): void => {
  const { sort: _sort, ...people } = firstShown.people;
  const { grouping: _by, ...services } = firstShown.services;
  const { query, filter, filters } = firstShown.renewals;
  if (list === 'people') showIn(list, people);
  else if (list === 'services') showIn(list, services);
  else showIn(list, { query, filter, filters });
};

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
  useShownLists.setState({ people });
  if (serviceId !== null) useUi.setState({ peopleService: serviceId });
}
