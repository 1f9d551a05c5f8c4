import { useCallback, useEffect, useState } from 'react';
import type { ShownStanding } from '../../../core/bridge/account.ts';
import { bridge } from '../../bridge.ts';

/** What is known before a reading, and the seconds until the next sign-in. Null until it is there. */
export function useStanding(): {
  readonly standing: ShownStanding | null;
  readonly seconds: number;
  readonly refresh: () => Promise<void>;
} {
  const [standing, setStanding] = useState<ShownStanding | null>(null);
  const [seconds, setSeconds] = useState(0);

  const refresh = useCallback(
    () =>
      bridge.call('account/standing', null).then((result) => {
        if (!result.ok) return;
        setStanding(result.value);
        setSeconds(Math.ceil(result.value.waitMs / 1000));
      }),
    [],
  );
  useEffect(() => void refresh(), [refresh]);

  // Only counts down. Nothing is asked by itself when the time is over.
  useEffect(() => {
    if (seconds === 0) return undefined;
    const timer = setTimeout(() => setSeconds(seconds - 1), 1000);
    return () => clearTimeout(timer);
  }, [seconds]);

  return { standing, seconds, refresh };
}
