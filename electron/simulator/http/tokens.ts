import type { TokenPair, SimulatorDocument } from '../state/state.ts';

/** Access 30 minutes, refresh 60 (domain.md 6.2). */
export const accessSeconds = 1800;
const refreshSeconds = 3600;

/** Issues two fresh tokens. Forgets the expired ones. */
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
 * A refresh token works until its hour is over, also twice: an answer that was lost must not lock anybody out
 * (own).
 */
export const canRefresh = (state: SimulatorDocument, refreshToken: string, now: number): boolean =>
  state.sessions.some((session) => session.refreshToken === refreshToken && session.refreshUntil > now);

/** Every token ends now, refresh tokens too. */
export const revokeTokens = (state: SimulatorDocument): SimulatorDocument => ({ ...state, sessions: [] });

/** The calendar was moved by hand: no real time went by, so open sessions keep the minutes that they had. */
export const keepTokens = (state: SimulatorDocument, movedMs: number): SimulatorDocument => ({
  ...state,
  sessions: state.sessions.map((session) => ({
    ...session,
    accessUntil: session.accessUntil + movedMs,
    refreshUntil: session.refreshUntil + movedMs,
  })),
});
