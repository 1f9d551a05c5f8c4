// node --import: from here on `import 'electron'` means the stand-in.
import * as nodeModule from 'node:module';
import { initialize, resolve } from './hook.ts';

const standIn = new URL('./stand-in.mjs', import.meta.url).href;

// Newer Node runs hooks in the same thread and warns about `register`; Node 20 has only `register`.
if (typeof nodeModule.registerHooks === 'function') {
  initialize(standIn);
  nodeModule.registerHooks({ resolve });
} else {
  nodeModule.register('./stand-in-hook.mjs', import.meta.url, { data: standIn });
}
