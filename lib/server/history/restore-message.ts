import 'server-only'

/** What a save brings back: a whole older revision, or one of its files. */
export interface Restores {
  revision: string
  path?: string
}

/** As a revision's `message` keeps what it restored. */
export function restoreMessage({ revision, path }: Restores): string {
  return path === undefined ? `Restored ${revision}` : `Restored ${path} from ${revision}`
}

/** The inverse of `restoreMessage`; undefined where a revision restored nothing. */
export function restoredOf(message: string | null): Restores | undefined {
  const [, path, revision] = /^Restored (?:(.+) from )?([\w-]+)$/s.exec(message ?? '') ?? []
  return revision === undefined ? undefined : { revision, ...(path === undefined ? {} : { path }) }
}
