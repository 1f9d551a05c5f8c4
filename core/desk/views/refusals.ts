/** Why a view is not saved. */
export interface ViewRefusal {
  readonly reason: 'too-many-views';
  readonly most: number;
}
