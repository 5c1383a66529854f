import type { Releases } from '../schema/gate-rules'

/** The newest Dify whose rules are known (dify-api.md). */
export const newestDify = '1.16.1'

/**
 * Whether a rule that was dropped in a release still counts: `breaks` for a plugin that declares older releases, `older` for one
 * that declares none while the newest known release takes it, `over` when all declared ones do (cli.md, section check).
 */
export function breaksFrom(releases: Releases, minimum: string | undefined): 'breaks' | 'older' | 'over' {
  if (releases.fixed === undefined) return 'breaks'
  if (compareReleases(minimum ?? newestDify, releases.fixed) < 0) return 'breaks'
  return minimum === undefined ? 'older' : 'over'
}

/** Orders versions by their numbers; a suffix such as `rc1` comes before the release. */
export function compareReleases(one: string, other: string): number {
  const a = numbersOf(one)
  const b = numbersOf(other)
  for (let index = 0; index < Math.max(a.length, b.length); index += 1) {
    const difference = (a[index] ?? 0) - (b[index] ?? 0)
    if (difference !== 0) return difference
  }
  return Number(isPreRelease(other)) - Number(isPreRelease(one))
}

function numbersOf(version: string): number[] {
  return (/\d+(\.\d+)*/.exec(version)?.[0] ?? '0').split('.').map(Number)
}

function isPreRelease(version: string): boolean {
  return /(a|b|c|rc|alpha|beta|pre|preview|dev)[-_.]?\d*$/i.test(version)
}

const pep440 =
  /^\s*v?(?:\d+!)?\d+(?:\.\d+)*(?:[-_.]?(?:alpha|a|beta|b|preview|pre|c|rc)[-_.]?\d*)?(?:-\d+|[-_.]?(?:post|rev|r)[-_.]?\d*)?(?:[-_.]?dev[-_.]?\d*)?(?:\+[a-z0-9]+(?:[-_.][a-z0-9]+)*)?\s*$/i

/** True for what Python's `packaging.version.Version` takes (PEP 440, appendix B). */
export function isPep440(version: string): boolean {
  return pep440.test(version)
}
