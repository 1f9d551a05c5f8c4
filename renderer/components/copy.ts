/**
 * Copies the text of an element by selecting it; false where the system did not take it (it stays selected
 * then).
 * Not `navigator.clipboard`: the page is granted no permission at all, and this needs none.
 */
export function copyElement(element: HTMLElement): boolean {
  window.getSelection()?.selectAllChildren(element);
  return document.execCommand('copy');
}
