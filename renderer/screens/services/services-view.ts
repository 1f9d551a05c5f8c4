import { create } from 'zustand';
import type { ArrangementField } from '../../../core/register/arrangement.ts';
import type { ArrangementFilters } from '../../../core/register/arranged-by.ts';

export type ServiceGrouping = ArrangementField | 'none';

/** What a person chose to see in the list of services. */
export interface ServicesView {
  readonly query: string;
  readonly filters: ArrangementFilters;
  readonly grouping: ServiceGrouping;
  /** The keys of the closed groups. */
  readonly folded: ReadonlySet<string>;
  /** How far the list was scrolled, in pixels. */
  readonly offset: number;
}

export const firstServicesView: ServicesView = {
  query: '',
  filters: {},
  grouping: 'none',
  folded: new Set(),
  offset: 0,
};

/** Stays while the person opens a service and comes back. A restart begins anew. */
export const useServicesView = create<ServicesView>()(() => firstServicesView);

/** A change of what is shown starts at the top of the list. */
export const showServices = (change: Partial<Omit<ServicesView, 'offset'>>): void =>
  useServicesView.setState({ ...change, offset: 0 });

/** How far the list was scrolled when it was last seen. Not followed: only a list that appears asks. */
export const lastOffset = (): number => useServicesView.getState().offset;

export const keepOffset = (offset: number): void => useServicesView.setState({ offset });

/** Closes or opens groups. The list stays where it is. */
export const foldServices = (folded: ReadonlySet<string>): void => useServicesView.setState({ folded });
