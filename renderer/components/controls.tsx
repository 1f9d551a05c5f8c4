import type { InputHTMLAttributes, ReactNode } from 'react';
import {
  Input,
  SearchField as AriaSearchField,
  Switch as AriaSwitch,
  type SearchFieldProps,
} from 'react-aria-components';
import { Field } from './field.tsx';
import { Icon } from './icon.tsx';
import { inSight } from './in-sight.ts';
import { ChoiceList, ListButton } from './list-button.tsx';

/** The tab stop of the first list after a search box: its rows or cells are reached with Down. */
const listStops = '[data-index][tabindex="0"], [data-cell][tabindex="0"]';

/** A search box in a row of filters. Its label is shown as the placeholder. Down goes into the list. */
export function SearchField({
  label,
  ...props
}: Pick<SearchFieldProps, 'autoFocus' | 'value' | 'onChange'> & { readonly label: string }) {
  return (
    <AriaSearchField
      {...props}
      className="search"
      aria-label={label}
      onKeyDown={(event) => {
        const stop = event.key === 'ArrowDown' ? inSight(listStops) : undefined;
        if (stop === undefined) event.continuePropagation();
        else stop.focus();
      }}
    >
      <Icon name="search" size={14} />
      <Input placeholder={label} />
    </AriaSearchField>
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
  onChange,
  ...props
}: Pick<
  InputHTMLAttributes<HTMLInputElement>,
  'autoComplete' | 'autoFocus' | 'inputMode' | 'maxLength' | 'onBlur' | 'onKeyDown' | 'type'
> & {
  readonly label: string;
  readonly hint?: string;
  readonly error?: string | undefined;
  readonly className?: string;
  readonly isDisabled?: boolean;
  readonly value?: string;
  readonly defaultValue?: string;
  readonly onChange?: (value: string) => void;
}) {
  return (
    <Field {...{ label, hint, error, className }}>
      {(parts) => (
        <input
          {...props}
          {...parts}
          type={type}
          disabled={isDisabled}
          onChange={({ target }) => onChange?.(target.value)}
        />
      )}
    </Field>
  );
}

/** The browser's own checkbox under a box of ours, for the same reason. */
export function Checkbox({
  children,
  label,
  checked,
  partly = false,
  tabStop = true,
  isDisabled = false,
  onChange,
}: {
  readonly children?: ReactNode;
  readonly label?: string;
  readonly checked: boolean;
  readonly partly?: boolean;
  /** False in a grid: there the row has the focus, and Space checks it. */
  readonly tabStop?: boolean;
  readonly isDisabled?: boolean;
  readonly onChange: (checked: boolean) => void;
}) {
  return (
    <label className="checkbox">
      <input
        type="checkbox"
        className="visually-hidden"
        tabIndex={tabStop ? undefined : -1}
        aria-label={label}
        disabled={isDisabled}
        checked={checked}
        ref={(field) => {
          if (field !== null) field.indeterminate = partly;
        }}
        onChange={(event) => onChange(event.target.checked)}
      />
      <span className="box">
        <Icon name={partly ? 'minus' : 'check'} size={12} />
      </span>
      {children}
    </label>
  );
}

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
    <AriaSwitch className="switch" isSelected={on} onChange={onChange}>
      <span className="track" />
      {children}
    </AriaSwitch>
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
}: {
  readonly label: string;
  readonly inline?: boolean;
  /** Shown while nothing is chosen. */
  readonly placeholder?: string;
  readonly value: T | null;
  readonly choices: readonly Choice<T>[];
  readonly onChange: (value: T) => void;
}) {
  return (
    <ListButton
      label={label}
      inline={inline}
      shown={choices.find(({ id }) => id === value)?.label ?? placeholder}
      choices={choices}
      chosen={value}
      onChoose={(id) => onChange(id as T)}
    >
      {(list) => <ChoiceList list={list} items={choices} />}
    </ListButton>
  );
}
