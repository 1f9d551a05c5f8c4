import type { TokenPair, SimulatorDocument } from '../state/state.ts';

/** Access tokens last 30 minutes, refresh tokens 60 (domain.md 6.2). */
export const accessSeconds = 1800;
const refreshSeconds = 3600;

/** Issues two new tokens, and forgets the expired ones. */
export function issueTokens(
  state: SimulatorDocument,
  tokens: { readonly access: string; readonly refresh: string },
  now: number,
): { readonly state: SimulatorDocument; readonly tokens: TokenPair } {
  const issued: TokenPair = {
    accessToken: tokens.access,
    accessUntil: now + accessSeconds * 1000,
    refreshToken: tokens.refresh,
    refreshUntil: now + refreshSeconds * 1000,
  };
  return {
    state: {
      ...state,
      sessions: [...state.sessions.filter(({ refreshUntil }) => refreshUntil > now), issued],
    },
    tokens: issued,
  };
}

export const hasAccess = (state: SimulatorDocument, accessToken: string, now: number): boolean =>
  state.sessions.some((session) => session.accessToken === accessToken && session.accessUntil > now);

/**
 * A refresh token works until its hour is over, even twice: a lost answer must not lock anybody out (own).
 */
export const canRefresh = (state: SimulatorDocument, refreshToken: string, now: number): boolean =>
  state.sessions.some((session) => session.refreshToken === refreshToken && session.refreshUntil > now);

/** Ends every token now, including refresh tokens. */
export const revokeTokens = (state: SimulatorDocument): SimulatorDocument => ({ ...state, sessions: [] });

/**
 * The calendar was moved by hand and no real time has passed, so open sessions keep their remaining minutes.
 */
export const keepTokens = (state: SimulatorDocument, movedMs: number): SimulatorDocument => ({
  ...state,
  sessions: state.sessions.map((session) => ({
    ...session,
    accessUntil: session.accessUntil + movedMs,
    refreshUntil: session.refreshUntil + movedMs,
  })),
});
