import type { Day } from '../../../../core/kernel/day.ts';
import type { ServiceId } from '../../../../core/kernel/id.ts';

/** How much a task presses. `late`: something is lost soon. `accent`: begun work. `wait`: it can wait. */
export type TaskTone = 'late' | 'soon' | 'accent' | 'wait';

interface TaskWords {
  readonly sentence: string;
  /** The word on the button that does the next step. */
  readonly label: string;
}

/** Something that a person has to do. The words are made only for the tasks that are shown. */
export interface Task {
  readonly id: string;
  readonly tone: TaskTone;
  /** The last day on which it helps. Null: no day is known. */
  readonly due: Day | null;
  /** The service that is not in order because of it. */
  readonly serviceId: ServiceId | null;
  readonly words: () => TaskWords;
  readonly run: () => void;
}

const urgency: Readonly<Record<TaskTone, number>> = { late: 0, soon: 1, accent: 2, wait: 3 };

/** The most urgent task first: by what presses, then by day. Tasks that are alike stay in their order. */
export const inOrderOfUrgency = (tasks: readonly Task[]): readonly Task[] =>
  tasks.toSorted(
    (a, b) =>
      urgency[a.tone] - urgency[b.tone] ||
      ((a.due ?? '9999') < (b.due ?? '9999') ? -1 : (a.due ?? '9999') > (b.due ?? '9999') ? 1 : 0),
  );
