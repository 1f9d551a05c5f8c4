// Hears of news from the server as long as the exchange works: what others have changed, and who is there.
import type { SharedStudio } from '../../desk/rows/shared-rows.ts';
import { sameJson } from '../../kernel/same-json.ts';
import type { Place, Present } from '../../shared/presence.ts';
import type { Page } from '../../shared/protocol.ts';
import type { SharedClient } from './shared-client.ts';

export interface SharedNews {
  /** Asks for news from now on, until a question fails. */
  begin(): void;
  /** Whether the server tells news: then nobody has to ask often. */
  hears(): boolean;
  others(): readonly Present[];
  /** Where the person is. The others see it with the next question. */
  here(place: Place | null): void;
  stop(): void;
}

export function createSharedNews({
  client,
  studio,
  newer,
  changed,
  silent,
}: {
  readonly client: Pick<SharedClient, 'news' | 'here'>;
  readonly studio: () => Pick<SharedStudio, 'version' | 'epoch' | 'role'>;
  /**
   * The server has something that is not here yet, and told it if `page` is not null. Resolves when it was
   * read, or could not be.
   */
  readonly newer: (page: Page | null) => Promise<void>;
  /** Somebody has come, gone or moved. */
  readonly changed: () => void;
  /** The server tells no news any more. */
  readonly silent: () => void;
}): SharedNews {
  let asking = false;
  let stopped = false;
  let stamp = '';
  let others: readonly Present[] = [];
  let place: Place | null = null;

  function show(now: readonly Present[]): void {
    if (stopped || sameJson(now, others)) return;
    others = now;
    changed();
  }

  async function ask(): Promise<void> {
    while (!stopped) {
      const { version, epoch, role } = studio();
      const news = await client.news({ version, epoch: epoch ?? '', stamp, place });
      if (stopped || news.kind !== 'ok') return;
      ({ stamp } = news.value);
      show(news.value.others);
      const same = news.value.version === version && news.value.epoch === epoch;
      if (same && news.value.role === role) continue;
      await newer(news.value.page);
      // The exchange failed: it begins anew once it works again.
      if (studio().version < news.value.version || studio().epoch !== news.value.epoch) return;
    }
  }

  return {
    begin() {
      if (asking || stopped) return;
      asking = true;
      void ask().finally(() => {
        asking = false;
        stamp = '';
        show([]);
        if (!stopped) silent();
      });
    },
    hears: () => asking,
    others: () => others,
    here(now) {
      if (sameJson(now, place)) return;
      place = now;
      if (asking) void client.here(place);
    },
    stop() {
      stopped = true;
    },
  };
}
