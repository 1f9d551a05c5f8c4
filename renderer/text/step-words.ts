import type { Undoable } from '../../core/desk/undo.ts';
import { text } from './text.ts';

/** Whom or what a step was about. Empty if it was about nobody: a setting. */
export const aboutText = ({ about: { names, more } }: Pick<Undoable, 'about'>): string =>
  names.length === 0 ? '' : text('steps.about', { names: names.join(', '), more });

/** A step in words: what it was, and whom or what it was about. */
export function stepText(step: Undoable): string {
  const about = aboutText(step);
  const what = text(`step.${step.type}`);
  return about === '' ? what : `${what}, ${about}`;
}
