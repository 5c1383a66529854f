/** What a price is for, by the factor that it is multiplied with: "0.000001" is "per 1M tokens". Undefined for what is no factor. */
export function perTokens(unit: string): string | undefined {
  const factor = /^\+?(\d+\.?\d*|\.\d+)(e[+-]?\d+)?$/i.test(unit.trim()) ? Number(unit) : 0
  if (!(factor > 0 && factor <= 1)) return undefined
  const tokens = Number((1 / factor).toPrecision(6))
  if (tokens === 1) return 'per token'
  if (tokens % 1e6 === 0) return `per ${tokens / 1e6}M tokens`
  return tokens % 1e3 === 0 ? `per ${tokens / 1e3}K tokens` : `per ${tokens.toLocaleString('en')} tokens`
}
