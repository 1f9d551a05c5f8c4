import type { PermissionProblem } from '../../services/permission.ts';
import type { UnknownRow } from '../define-command.ts';

/** Why no seat was given, freed or changed. */
export type SeatsRefusal =
  | UnknownRow
  | { readonly reason: 'no-free-seat'; readonly free: number; readonly wanted: number }
  /** Aruba has deleted the service: it has no seats any more (rules F). */
  | { readonly reason: 'service-deleted' }
  | { readonly reason: 'person-has-left'; readonly name: string }
  /** The person is there, but the seat was freed. */
  | { readonly reason: 'no-seat-any-more'; readonly name: string }
  | { readonly reason: 'permission-not-possible'; readonly problem: PermissionProblem }
  | { readonly reason: 'bad-username'; readonly username: string }
  | { readonly reason: 'username-taken'; readonly username: string }
  | { readonly reason: 'username-in-panel'; readonly username: string }
  | { readonly reason: 'panel-on-its-way'; readonly username: string }
  | { readonly reason: 'panel-moved-on' };
