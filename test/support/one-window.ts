import { builtinEnvironments, type Environment } from 'vitest/runtime';

let opened: Promise<unknown> | undefined;

/** happy-dom, opened once for all files of a process: React and the testing library keep the first window. */
export default {
  name: 'one-window',
  viteEnvironment: 'client',
  async setup(global, options) {
    opened ??= Promise.resolve(builtinEnvironments['happy-dom'].setup(global, options));
    await opened;
    return { teardown: () => undefined };
  },
} satisfies Environment;
