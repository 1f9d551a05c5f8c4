/**
 * The size of a list before it is measured: of one that fills the window. Without it a screen that is made
 * while it is hidden has no rows, and makes them all when it is first opened.
 */
export const unmeasured = (): { readonly width: number; readonly height: number } => ({
  width: 0,
  height: Math.max(240, window.innerHeight - 260),
});
