import { withoutLinks } from '../mail/without-links.ts';

const longest = 120;

/**
 * The name of a file as it is shown: without folders that lead out, without signs that change the order of
 * letters, shortened. It is never used as a path.
 */
export function shownName(name: string): string {
  const parts = name
    .replaceAll(/[\p{C}]/gu, '')
    .split('/')
    .filter((part) => part !== '' && part !== '.' && part !== '..');
  const shown = parts.slice(-2).join('/');
  return shown.length > longest ? `…${shown.slice(-longest)}` : shown || '?';
}

/** The name of a mail's attachment: what looks like a link in it is left out. */
export const attachmentName = (name: string): string => {
  const shown = shownName(name);
  return /^[\p{L}\p{N} ._()-]+$/u.test(shown) ? shown : withoutLinks(shown) || '?';
};
