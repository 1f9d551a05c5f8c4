/** The built file of the desk's thread (desk-thread.ts), beside the main process's own. */
export const threadFile = new URL('./desk-thread.mjs', import.meta.url);
