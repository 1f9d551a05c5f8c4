import type { ReactNode } from 'react';
import {
  Button as AriaButton,
  FieldError,
  Input,
  Label,
  ListBox,
  ListBoxItem,
  Popover,
  SearchField as AriaSearchField,
  Select as AriaSelect,
  SelectValue,
  Switch as AriaSwitch,
  Text,
  TextField as AriaTextField,
  type SearchFieldProps,
  type TextFieldProps,
} from 'react-aria-components';
import { Icon } from './icon.tsx';
import { inSight } from './in-sight.ts';

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

export function TextField({
  label,
  hint,
  error,
  className = '',
  type = 'text',
  ...props
}: Omit<TextFieldProps, 'className'> & {
  readonly label: string;
  readonly hint?: string;
  readonly error?: string | undefined;
  readonly className?: string;
}) {
  return (
    <AriaTextField
      {...props}
      type={type}
      isInvalid={error !== undefined}
      validationBehavior="aria"
      className={`field ${className}`}
    >
      <Label>{label}</Label>
      <Input />
      {hint !== undefined && error === undefined && <Text slot="description">{hint}</Text>}
      <FieldError>{error}</FieldError>
    </AriaTextField>
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
  const shown = choices.find(({ id }) => id === value)?.label ?? placeholder;
  return (
    <AriaSelect
      className={inline ? 'select-inline' : 'field'}
      value={value}
      onChange={(key) => onChange(key as T)}
    >
      <Label>{inline ? `${label}:` : label}</Label>
      <AriaButton className="select-button">
        <SelectValue>{() => shown}</SelectValue>
        <Icon name="down" size={12} />
      </AriaButton>
      <Popover className="popover">
        <ListBox items={choices}>
          {(choice) => (
            <ListBoxItem id={choice.id} textValue={choice.label} className="option">
              <Text slot="label">{choice.label}</Text>
              {choice.note !== undefined && <span className="faint">{choice.note}</span>}
            </ListBoxItem>
          )}
        </ListBox>
      </Popover>
    </AriaSelect>
  );
}
