import type { Files } from '@/lib/plugin/files'

/** What became of every edit of every editor. Each edit writes a token of its own, so that it can be found again. */
export interface Ledger {
  /** Tokens of edits that the server acknowledged. */
  acknowledged: Set<string>
  /** Tokens that somebody replaced or removed who had them before their eyes. */
  replaced: Set<string>
  /** Tokens of a shown conflict in which the other side was chosen. */
  decided: Set<string>
  /** Tokens that may stand twice: somebody chose to keep both sides. */
  doubled: Set<string>
  edits: number
  conflicts: number
  merges: number
  /** Milliseconds from sending a save to its answer; those that met a dead server are left out. */
  times: number[]
  /** What was not as promised, in words. */
  failures: string[]
}

export const newLedger = (): Ledger => ({
  acknowledged: new Set(),
  replaced: new Set(),
  decided: new Set(),
  doubled: new Set(),
  edits: 0,
  conflicts: 0,
  merges: 0,
  times: [],
  failures: [],
})

/** All tokens of some files, with how often they occur. Python is left out: it repeats what the documents say. */
export function tokensOf(files: Files): Map<string, number> {
  const tokens = new Map<string, number>()
  for (const [path, content] of files) {
    if (typeof content !== 'string' || path.endsWith('.py')) continue
    for (const [token] of content.matchAll(/\be\d+x\d+\b/g)) tokens.set(token, (tokens.get(token) ?? 0) + 1)
  }
  return tokens
}

/** Compares the ledger with the final files: what is lost, and what was taken twice. */
export function judge(ledger: Ledger, final: Files): string[] {
  const tokens = tokensOf(final)
  const lost = [...ledger.acknowledged].filter(
    (token) => !tokens.has(token) && !ledger.replaced.has(token) && !ledger.decided.has(token),
  )
  // Two people who move one file to two names leave two files, each whole.
  const twice = [...final].flatMap(([path, content]) =>
    [...tokensOf(new Map([[path, content]]))].filter(([token, count]) => count > 1 && !ledger.doubled.has(token)),
  )
  return [
    ...ledger.failures,
    ...lost.map((token) => `The acknowledged edit ${token} is lost.`),
    ...twice.map(([token, count]) => `The edit ${token} stands there ${count} times.`),
  ]
}
