import 'server-only'

/** What is counted, with the sentence that says what it is. Names and units as Prometheus wants them (prometheus.io/docs/practices/naming). */
const counters = {
  plugwright_requests_total: 'Requests by method, route and status.',
  plugwright_saves_total: 'Saves by how they ended: saved, merged, conflict, or why they were refused.',
  plugwright_limited_total: 'Requests that passed a limit, by its name.',
  plugwright_errors_total: 'Requests, and work of the server’s own, that failed by its fault.',
} as const

const gauges = {
  plugwright_requests_in_flight: 'Requests that are being answered now.',
  plugwright_event_streams: 'Event streams that are open.',
  plugwright_database_connections:
    'Connections to PostgreSQL by state: busy or idle; waiting: requests that wait for one.',
} as const

const histograms = {
  plugwright_request_seconds: 'How long an answer took, by route; event streams are left out.',
} as const

const buckets = [0.005, 0.01, 0.025, 0.05, 0.1, 0.25, 0.5, 1, 2.5, 5, 10]

type Labels = Readonly<Record<string, string>>
type Reading = number | Readonly<Record<string, number>>

interface Kept {
  counts: Map<keyof typeof counters, Map<string, number>>
  spans: Map<keyof typeof histograms, Map<string, { buckets: number[]; sum: number; count: number }>>
  reads: Map<keyof typeof gauges, () => Reading>
}

declare global {
  /** One for the process: modules can be loaded twice. */
  var plugwrightMetrics: Kept | undefined
}

const kept = (): Kept => (globalThis.plugwrightMetrics ??= { counts: new Map(), spans: new Map(), reads: new Map() })

/** Counts one more. Labels take few values: never an id, an address or a path. */
export function countOne(name: keyof typeof counters, labels: Labels = {}): void {
  const counts = kept().counts.get(name) ?? new Map<string, number>()
  kept().counts.set(name, counts)
  const key = labelText(labels)
  counts.set(key, (counts.get(key) ?? 0) + 1)
}

export const countLimited = (limit: string) => countOne('plugwright_limited_total', { limit })

/** Notes how many seconds something took. */
export function noteSeconds(name: keyof typeof histograms, labels: Labels, seconds: number): void {
  const spans = kept().spans.get(name) ?? new Map<string, { buckets: number[]; sum: number; count: number }>()
  kept().spans.set(name, spans)
  const key = labelText(labels)
  const span = spans.get(key) ?? { buckets: buckets.map(() => 0), sum: 0, count: 0 }
  spans.set(key, span)
  span.count += 1
  span.sum += seconds
  for (const [index, limit] of buckets.entries())
    if (seconds <= limit) span.buckets[index] = (span.buckets[index] ?? 0) + 1
}

/** Names who tells a figure when it is asked for: one number, or one for each state. */
export function setGauge(name: keyof typeof gauges, read: () => Reading): void {
  kept().reads.set(name, read)
}

/** Everything, in the text format of Prometheus (prometheus.io/docs/instrumenting/exposition_formats, version 0.0.4). */
export function metricsText(): string {
  const { counts, spans, reads } = kept()
  const lines: string[] = []
  const about = (name: string, type: string, help: string) =>
    lines.push(`# HELP ${name} ${help}`, `# TYPE ${name} ${type}`)
  for (const [name, help] of entriesOf(counters)) {
    about(name, 'counter', help)
    for (const [labels, count] of counts.get(name) ?? []) lines.push(`${name}${braced(labels)} ${count}`)
  }
  for (const [name, help] of entriesOf(histograms)) {
    about(name, 'histogram', help)
    for (const [labels, span] of spans.get(name) ?? []) {
      for (const [index, limit] of [...buckets, '+Inf'].entries())
        lines.push(`${name}_bucket${braced(labels, `le="${limit}"`)} ${span.buckets[index] ?? span.count}`)
      lines.push(`${name}_sum${braced(labels)} ${span.sum}`, `${name}_count${braced(labels)} ${span.count}`)
    }
  }
  for (const [name, help] of entriesOf(gauges)) {
    const reading = reads.get(name)?.()
    if (reading === undefined) continue
    about(name, 'gauge', help)
    if (typeof reading === 'number') lines.push(`${name} ${reading}`)
    else
      for (const [state, value] of Object.entries(reading))
        lines.push(`${name}${braced(labelText({ state }))} ${value}`)
  }
  for (const [name, help, value] of processFigures()) {
    about(name, 'gauge', help)
    lines.push(`${name} ${value}`)
  }
  return `${lines.join('\n')}\n`
}

/** Under the names that dashboards know. */
function processFigures(): [string, string, number][] {
  const { rss, heapUsed, external } = process.memoryUsage()
  return [
    ['process_resident_memory_bytes', 'Memory of the process.', rss],
    [
      'process_start_time_seconds',
      'When the process began, since 1970.',
      Math.round(Date.now() / 1000 - process.uptime()),
    ],
    ['nodejs_heap_size_used_bytes', 'Heap of JavaScript in use.', heapUsed],
    ['nodejs_external_memory_bytes', 'Memory outside the heap.', external],
  ]
}

function entriesOf<K extends string>(described: Readonly<Record<K, string>>): [K, string][] {
  const names: K[] = []
  for (const name in described) names.push(name)
  return names.map((name) => [name, described[name]])
}

function labelText(labels: Labels): string {
  const escaped = (value: string) => value.replace(/[\\"\n]/g, (sign) => (sign === '\n' ? '\\n' : `\\${sign}`))
  return Object.entries(labels)
    .map(([name, value]) => `${name}="${escaped(value)}"`)
    .join(',')
}

function braced(...labels: string[]): string {
  const all = labels.filter(Boolean).join(',')
  return all === '' ? '' : `{${all}}`
}
