import 'server-only'

/**
 * The tables of what must be gone in time, at sign-out and by "Clear all": sign-ins of the OAuth playground and what its practice
 * provider keeps, the only ones that hold something sealed. No copy has their rows: a flow does not outlive a restore or a move.
 */
export const passingTables: ReadonlySet<string> = new Set(['OAuthAuthorization', 'OAuthFlow', 'PracticeRecord'])
