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

/** Files that were dropped on another screen, on their way to the one that takes them. */
export const useDropped = create<{ readonly to: DropKind | null; readonly files: readonly File[] }>()(() => ({
  to: null,
  files: [],
}));

export const handOver = (to: DropKind, files: readonly File[]): void => useDropped.setState({ to, files });

/** The files on their way to this screen, once. */
export function received(screen: DropKind): readonly File[] | null {
  const { to, files } = useDropped.getState();
  if (to !== screen) return null;
  useDropped.setState({ to: null, files: [] });
  return files;
}
