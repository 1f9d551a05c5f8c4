/** What the program answers if a page asks for a permission. */
export interface Permissions {
  request: ((contents: object, permission: string, answer: (granted: boolean) => void) => void) | null;
  check: (() => boolean) | null;
  device: (() => boolean) | null;
}
