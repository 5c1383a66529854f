/** One line of the table and of bench.json. `limit` is what the figure must stay under, where there is one. */
export interface Figure {
  name: string
  value: number
  unit: string
  limit?: number
}

/** The value below which this share (0 to 1) of the samples lies. */
export function quantile(samples: readonly number[], share: number): number {
  const sorted = [...samples].sort((a, b) => a - b)
  return sorted[Math.min(sorted.length - 1, Math.floor(sorted.length * share))] ?? NaN
}

/** Median and 95th percentile as two figures; the limit is the 95th percentile's. */
export function spread(name: string, samples: readonly number[], unit: string, limit?: number): Figure[] {
  return [
    { name: `${name}, median`, value: quantile(samples, 0.5), unit },
    { name: `${name}, p95`, value: quantile(samples, 0.95), unit, ...(limit === undefined ? {} : { limit }) },
  ]
}
