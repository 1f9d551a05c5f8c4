// Updates, step by step: looked for when a person asks, brought when they agree, installed when they agree
// again. Between the steps the program works on as it is.
import type { Log } from '../../core/ports.ts';
import { codeOf } from '../adapters/envelope.ts';

/** Where newer versions come from. */
export interface UpdateFeed {
  /** The newer version that is offered. Null if this is the newest one. Rejects if it cannot be reached. */
  check(): Promise<string | null>;
  /** Brings the version that was offered, and checks it. Throws NotTrusted if the checks refuse it. */
  download(): Promise<void>;
  /** Starts the installer. The program then ends. */
  install(): void;
}

/** What was brought is not what its maker signed. It was thrown away. */
export class NotTrusted extends Error {}

/**
 * `none`: this copy was built without a feed. `told`: what it brings could not be proved, so the person
 * installs it. `installed`: the program may do it, because the signature is checked.
 */
export type UpdateKind = 'none' | 'told' | 'installed';

/** What the person reads. */
export type UpdateNews =
  | 'no-feed'
  | 'newest'
  | 'not-reached'
  | 'by-hand'
  | 'under-way'
  | 'not-downloaded'
  | 'not-trusted'
  | 'confirmation-open';
export type UpdateQuestion = 'download' | 'install';

export interface UpdatePorts {
  readonly kind: UpdateKind;
  /** Called once, at the first look: only then its library is loaded. */
  readonly openFeed: () => Promise<UpdateFeed>;
  readonly tell: (news: UpdateNews, version: string) => Promise<void>;
  readonly ask: (question: UpdateQuestion, version: string) => Promise<boolean>;
  /** True while a question of the program is open, or something is on its way to Aruba. */
  readonly confirming: () => Promise<boolean>;
  /** Closes the data, then runs `last`, which ends the program. */
  readonly endWith: (last: () => void) => void;
  readonly log: Log;
}

export interface Updates {
  readonly kind: UpdateKind;
  /** Looks for a newer version and leads through the steps. Never rejects. */
  look(): Promise<void>;
}

export function createUpdates(ports: UpdatePorts): Updates {
  const { kind, openFeed, tell, ask, confirming, endWith, log } = ports;
  let feed: UpdateFeed | undefined;
  /** The version that was brought and checked, and waits to be installed. */
  let ready: string | undefined;
  let looking = false;

  async function steps(): Promise<void> {
    if (kind === 'none') return tell('no-feed', '');
    if (ready !== undefined) return install(ready);
    let version: string | null;
    try {
      feed ??= await openFeed();
      version = await feed.check();
    } catch (error) {
      log.error('update.not-reached', { code: codeOf(error) });
      return tell('not-reached', '');
    }
    if (version === null) return tell('newest', '');
    if (kind === 'told') return tell('by-hand', version);
    if (!(await ask('download', version))) return;
    try {
      await feed.download();
    } catch (error) {
      log.error('update.not-downloaded', { code: codeOf(error) });
      return tell(error instanceof NotTrusted ? 'not-trusted' : 'not-downloaded', version);
    }
    log.info('update.ready', { version });
    ready = version;
    return install(version);
  }

  async function install(version: string): Promise<void> {
    if (await confirming()) return tell('confirmation-open', version);
    if (!(await ask('install', version))) return;
    // The question stood open for a while, and another window works on meanwhile.
    if (await confirming()) return tell('confirmation-open', version);
    const opened = feed;
    if (opened === undefined) return;
    log.info('update.installing', { version });
    endWith(() => opened.install());
  }

  return {
    kind,
    async look() {
      if (looking) return tell('under-way', '');
      looking = true;
      try {
        await steps();
      } catch (error) {
        log.error('update.failed', { code: codeOf(error) });
      } finally {
        looking = false;
      }
    },
  };
}
