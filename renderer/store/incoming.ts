// What arrives without a button, and which screen takes it.
import { create } from 'zustand';

/** What a screen takes. */
export type DropKind = 'staff' | 'services' | 'invoices';

/** What a file is, by the ending of its name. A list may be one of people or of services. */
export type FileKind = 'list' | 'invoices' | 'studio';

const kinds: readonly (readonly [FileKind, RegExp])[] = [
  ['list', /\.(?:xlsx|xlsm|csv|tsv|txt)$/i],
  ['invoices', /\.(?:xml|p7m|zip|eml)$/i],
  ['studio', /\.allinea$/i],
];

export const kindOf = ({ name }: Pick<File, 'name'>): FileKind | undefined =>
  kinds.find(([, ending]) => ending.test(name))?.[0];

/** The kind of the dropped files. The first file of a known kind decides. */
export const kindOfAll = (files: readonly File[]): FileKind | undefined =>
  files.map(kindOf).find((kind) => kind !== undefined);

/** Whether a screen takes these files. It tries those that nobody knows: it can say what is wrong. */
export function takes(screen: DropKind, files: readonly File[]): boolean {
  const kind = kindOfAll(files);
  return kind === undefined || (kind === 'list' ? screen !== 'invoices' : kind === screen);
}

/** Files or text that arrive without a button: dropped anywhere in the window, or pasted. */
export type Incoming =
  | { readonly kind: 'files'; readonly files: readonly File[] }
  | { readonly kind: 'text'; readonly text: string };

/** What a drop or a paste brings. Null if it brings neither files nor text. */
export function incoming(data: DataTransfer | null): Incoming | null {
  if (data === null) return null;
  // Copied cells arrive as text and also as a picture. The text is the right one.
  const text = data.getData('text/plain');
  if (text !== '') return { kind: 'text', text };
  return data.files.length > 0 ? { kind: 'files', files: [...data.files] } : { kind: 'text', text: '' };
}

/** Whether somebody types into a field: what is pasted there belongs to the field. */
export const isTyping = (target: EventTarget | null): boolean =>
  target instanceof HTMLElement && target.matches('input, textarea, [contenteditable]');

/** What was dropped or pasted on another screen, on its way to the one that takes it. */
export const useOnTheWay = create<{ readonly to: DropKind | null; readonly what: Incoming | null }>()(() => ({
  to: null,
  what: null,
}));

export const handOver = (to: DropKind, what: Incoming): void => useOnTheWay.setState({ to, what });

/** What is on its way to this screen, once. */
export function received(screen: DropKind): Incoming | null {
  const { to, what } = useOnTheWay.getState();
  if (to !== screen) return null;
  useOnTheWay.setState({ to: null, what: null });
  return what;
}
