/**
 * Copies the text of an element by selecting it. Returns false if the system refused; the text
 * then stays selected.
 * The code does not use `navigator.clipboard`: that needs a permission, and the page has no permissions.
 */
export function copyElement(element: HTMLElement): boolean {
  window.getSelection()?.selectAllChildren(element);
  return document.execCommand('copy');
}
