import { useEffect, useRef, useState } from 'react';
import { daysBetween, type Day } from '../../../core/kernel/day.ts';
import { Button } from '../../components/buttons.tsx';
import { Card } from '../../components/surfaces.tsx';
import { useRoving } from '../../components/use-roving.ts';
import { longDay } from '../../text/format.ts';
import { text } from '../../text/text.ts';
import { begin } from '../../store/begun-task.ts';
import type { Task } from './tasks/task.ts';

/** The tasks that are shown at first, and that each press of the button adds. */
const step = 8;

/**
 * The tasks, the most urgent first, each with the button of its next step. The first button is the screen's
 * primary one. After a task that is done here the focus goes to the next one.
 */
export function ToFix({ tasks, today }: { readonly tasks: readonly Task[]; readonly today: Day }) {
  const [shown, setShown] = useState(step);
  const roving = useRoving();
  const { ref } = roving;
  const pressed = useRef<number | null>(null);

  // The pressed button has gone with its task: the one that stands in its place takes the focus. A dialog
  // gives the focus back one frame after it closes, so this waits for two frames.
  useEffect(() => {
    const frame = requestAnimationFrame(() =>
      requestAnimationFrame(() => {
        if (pressed.current === null || document.activeElement !== document.body) return;
        const rows = ref.current?.querySelectorAll<HTMLElement>('[data-row] .button');
        if (rows !== undefined) rows[Math.min(pressed.current, rows.length - 1)]?.focus();
        pressed.current = null;
      }),
    );
    return () => cancelAnimationFrame(frame);
  }, [tasks, ref]);

  const more = tasks.length - shown;
  return (
    <Card title={text('status.fix')} aside={text('home.by-urgency')}>
      {tasks.length === 0 ? (
        <p className="card-body muted">{text('status.fix-none')}</p>
      ) : (
        <ul className="list tasks" {...roving} aria-label={text('status.fix')}>
          {tasks.slice(0, shown).map((task, index) => (
            <TaskRow
              key={task.id}
              task={task}
              today={today}
              primary={index === 0}
              onPress={() => (pressed.current = index)}
            />
          ))}
        </ul>
      )}
      {more > 0 && (
        <p className="card-body">
          <button type="button" className="link" onClick={() => setShown(shown + step)}>
            {text('home.more', { count: more })}
          </button>
        </p>
      )}
    </Card>
  );
}

function TaskRow({
  task,
  today,
  primary,
  onPress,
}: {
  readonly task: Task;
  readonly today: Day;
  readonly primary: boolean;
  readonly onPress: () => void;
}) {
  const { sentence, label } = task.words();
  const split = sentence.indexOf(': ') + 1;
  return (
    <li data-row data-tone={task.tone}>
      <span className="mark" aria-hidden="true" />
      <span className="grow">
        <strong>{sentence.slice(0, split)}</strong>
        {sentence.slice(split)}
        {task.due !== null && <small className="block faint">{dueText(task.due, today)}</small>}
      </span>
      <Button
        kind={primary ? 'primary' : 'plain'}
        aria-label={`${label}: ${sentence}`}
        onPress={() => {
          onPress();
          begin(task.id);
          task.run();
        }}
      >
        {label}
      </Button>
    </li>
  );
}

function dueText(due: Day, today: Day): string {
  const days = daysBetween(today, due);
  return days < 0
    ? text('home.overdue', { day: longDay(due, today), days: -days })
    : text('home.due', { day: longDay(due, today), days });
}
