/**
 * Copies the text of an element by selecting it. Returns false if the system refused; the text
 * then stays selected.
 * The code does not use `navigator.clipboard`: that needs a permission, and the page has no permissions.
 */
export function copyElement(element: HTMLElement): boolean {
  window.getSelection()?.selectAllChildren(element);
  return document.execCommand('copy');
}

/** Copies rows of cells as a table, which sheets and mails take. Returns false if the system refused. */
export function copyCells(rows: readonly (readonly string[])[]): boolean {
  const table = document.createElement('table');
  for (const cells of rows) {
    const row = table.insertRow();
    for (const cell of cells) row.insertCell().textContent = cell;
  }
  const holder = document.createElement('div');
  // What is not displayed cannot be selected.
  holder.className = 'visually-hidden';
  holder.append(table);
  document.body.append(holder);
  const focused = document.activeElement;
  const copied = copyElement(holder);
  holder.remove();
  window.getSelection()?.removeAllRanges();
  if (focused instanceof HTMLElement) focused.focus({ preventScroll: true });
  return copied;
}
