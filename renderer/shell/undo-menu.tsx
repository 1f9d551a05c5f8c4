import { Button, Menu, MenuItem, MenuTrigger, Popover } from 'react-aria-components';
import { useRecentSteps, undoTo } from '../store/recent-steps.ts';
import { aboutText, stepText } from '../text/step-words.ts';
import { text } from '../text/text.ts';

/** The newest step that can be taken back, and the list of the steps before it. It does not go away. */
export function UndoMenu() {
  const steps = useRecentSteps((recent) => recent.steps);
  const [newest] = steps;
  if (newest === undefined) return null;
  return (
    <MenuTrigger>
      <Button className="sync undo-menu">
        <span className="muted">{text('steps.undo')}</span> <strong>{text(`step.${newest.type}`)}</strong>
        <kbd aria-hidden="true" data-keys="Ctrl Z" />
      </Button>
      <Popover className="popover">
        <Menu
          className="menu"
          aria-label={text('steps.recent')}
          onAction={(step) => void undoTo(Number(step))}
        >
          {steps.map((step, index) => (
            <MenuItem key={step.step} id={String(step.step)} className="option" textValue={stepText(step)}>
              <span>
                {text(index === 0 ? 'steps.undo-this' : 'steps.undo-to', { step: text(`step.${step.type}`) })}
              </span>
              <span className="faint">{aboutText(step)}</span>
            </MenuItem>
          ))}
        </Menu>
      </Popover>
    </MenuTrigger>
  );
}
