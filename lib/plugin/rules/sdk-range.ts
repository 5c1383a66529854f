import { compareReleases } from './releases'

/** The lower bound that `>=` or `==` give, which is all that the marketplace reads (marketplace.md DP-01). */
export function lowestOf(range: string): string | undefined {
  return /(?:>=|==)\s*([0-9][\w.]*)/.exec(range)?.[1]
}

/** Whether some release from `release` on lies below every upper bound of the range (PEP 440: `<`, `<=`, `==`, `~=`). */
export function allows(range: string, release: string): boolean {
  return range.split(',').every((part) => {
    const [, operator = '', version = ''] = /^\s*(<=?|===?|~=)\s*([0-9][\w.]*)/.exec(part) ?? []
    const order = compareReleases(version, release)
    if (operator === '<') return order > 0
    if (operator === '~=') return compareReleases(nextOf(version.split('.').slice(0, -1)), release) > 0
    if (operator.startsWith('==') && /\.\*\s*$/.test(part))
      return compareReleases(nextOf(version.replace(/\.$/, '').split('.')), release) > 0
    return operator === '' || order >= 0
  })
}

/** The first release that does not begin with these numbers: 0.9 → 0.10. */
function nextOf(numbers: readonly string[]): string {
  return [...numbers.slice(0, -1), String(Number(numbers.at(-1)) + 1)].join('.')
}
