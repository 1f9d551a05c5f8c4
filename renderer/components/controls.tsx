import { useId, type InputHTMLAttributes, type ReactNode } from 'react';
import { Choices } from './choices.tsx';
import { Field } from './field.tsx';
import { Icon } from './icon.tsx';
import { inSight } from './in-sight.ts';
import { ListButton } from './list-button.tsx';
import { useTyped } from './use-typed.ts';

/** The tab stop of the first list after a search box: its rows or cells are reached with Down. */
const listStops = '[data-index][tabindex="0"], [data-cell][tabindex="0"]';

/**
 * A search box in a row of filters. Its label is shown as the placeholder. Down goes into the list, Escape
 * empties it.
 */
export function SearchField({
  label,
  value,
  onChange,
}: {
  readonly label: string;
  readonly value: string;
  readonly onChange: (value: string) => void;
}) {
  const [typed, type] = useTyped(value, onChange);
  return (
    <div className="search">
      <Icon name="search" size={14} />
      <input
        type="search"
        aria-label={label}
        placeholder={label}
        autoComplete="off"
        spellCheck={false}
        value={typed}
        onChange={({ target }) => type(target.value)}
        onKeyDown={(event) => {
          const stop = event.key === 'ArrowDown' ? inSight(listStops) : undefined;
          if (stop !== undefined) stop.focus();
          else if (event.key === 'Escape' && value !== '') onChange('');
          else return;
          // An Escape that empties it closes no dialog.
          event.preventDefault();
          event.stopPropagation();
        }}
      />
    </div>
  );
}

/** The browser's own field: react-aria's renders more than once whenever its screen is shown again. */
export function TextField({
  label,
  hint,
  error,
  className = '',
  type = 'text',
  isDisabled = false,
  firstFocus = false,
  suggestions,
  onChange,
  ...props
}: Pick<
  InputHTMLAttributes<HTMLInputElement>,
  'autoComplete' | 'autoFocus' | 'inputMode' | 'maxLength' | 'onBlur' | 'onKeyDown' | 'placeholder' | 'type'
> & {
  readonly label: string;
  readonly hint?: string;
  readonly error?: string | undefined;
  readonly className?: string;
  readonly isDisabled?: boolean;
  /** True to begin here when a popover opens (popover.tsx). */
  readonly firstFocus?: boolean;
  /** What may be typed, among other things. */
  readonly suggestions?: readonly string[];
  readonly value?: string;
  readonly defaultValue?: string;
  readonly onChange?: (value: string) => void;
}) {
  const list = useId();
  return (
    <Field {...{ label, hint, error, className }}>
      {(parts) => (
        <>
          <input
            {...props}
            {...parts}
            type={type}
            disabled={isDisabled}
            list={suggestions === undefined ? undefined : list}
            data-first-focus={firstFocus || undefined}
            onChange={({ target }) => onChange?.(target.value)}
          />
          {suggestions !== undefined && (
            <datalist id={list}>
              {suggestions.map((suggestion) => (
                <option key={suggestion} value={suggestion} />
              ))}
            </datalist>
          )}
        </>
      )}
    </Field>
  );
}

/** The browser's own checkbox, drawn as a box of ours: one element, because long lists are full of them. */
export function Checkbox({
  children,
  label,
  checked,
  partly = false,
  tabStop = true,
  firstFocus = false,
  isDisabled = false,
  onChange,
}: {
  readonly children?: ReactNode;
  readonly label?: string;
  readonly checked: boolean;
  readonly partly?: boolean;
  /** False in a grid: there the row has the focus, and Space checks it. */
  readonly tabStop?: boolean;
  /** True to begin here when a popover opens (popover.tsx). */
  readonly firstFocus?: boolean;
  readonly isDisabled?: boolean;
  readonly onChange: (checked: boolean) => void;
}) {
  return (
    <label className="checkbox">
      <input
        type="checkbox"
        className="box"
        tabIndex={tabStop ? undefined : -1}
        aria-label={label}
        data-first-focus={firstFocus || undefined}
        disabled={isDisabled}
        checked={checked}
        ref={(field) => {
          if (field !== null) field.indeterminate = partly;
        }}
        onChange={(event) => onChange(event.target.checked)}
      />
      {children}
    </label>
  );
}

/** The browser's own too. */
export function Switch({
  children,
  on,
  onChange,
}: {
  readonly children: ReactNode;
  readonly on: boolean;
  readonly onChange: (on: boolean) => void;
}) {
  return (
    <label className="switch">
      <input
        type="checkbox"
        // A checkbox says by itself whether it is on.
        // oxlint-disable-next-line jsx-a11y/role-has-required-aria-props
        role="switch"
        className="track"
        checked={on}
        onChange={({ target }) => onChange(target.checked)}
      />
      {children}
    </label>
  );
}

export interface Choice<T extends string> {
  readonly id: T;
  readonly label: string;
  readonly note?: string;
}

/** A drop-down list. Typing the first letters selects a choice. */
export function Select<T extends string>({
  label,
  inline = false,
  placeholder = '',
  value,
  choices,
  onChange,
  onShow,
}: {
  readonly label: string;
  readonly inline?: boolean;
  /** Shown while nothing is chosen. */
  readonly placeholder?: string;
  readonly value: T | null;
  readonly choices: readonly Choice<T>[];
  readonly onChange: (value: T) => void;
  /** Called when the list opens and when it closes. */
  readonly onShow?: (open: boolean) => void;
}) {
  return (
    <ListButton
      label={label}
      inline={inline}
      onShow={onShow}
      shown={choices.find(({ id }) => id === value)?.label ?? placeholder}
      choices={choices}
      chosen={value}
      onChoose={(id) => onChange(id as T)}
    >
      {(list) => <Choices list={list} items={choices} />}
    </ListButton>
  );
}
