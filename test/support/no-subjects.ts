import type { StepSubjects } from '../../core/desk/step-subjects.ts';

/** A step that was about nobody. */
export const noSubjects: StepSubjects = { names: [], more: 0 };
