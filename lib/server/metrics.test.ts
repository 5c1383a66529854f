import { beforeEach, expect, it } from 'vitest'
import { countOne, metricsText, noteSeconds, setGauge } from './metrics'

beforeEach(() => {
  globalThis.plugwrightMetrics = undefined
})

it('counts by labels, whose values may hold any character', () => {
  countOne('plugwright_saves_total', { result: 'saved' })
  countOne('plugwright_saves_total', { result: 'saved' })
  countOne('plugwright_limited_total', { limit: 'a"b\\c\nd' })
  expect(metricsText()).toContain('# TYPE plugwright_saves_total counter\nplugwright_saves_total{result="saved"} 2\n')
  expect(metricsText()).toContain('plugwright_limited_total{limit="a\\"b\\\\c\\nd"} 1\n')
})

it('keeps durations in buckets that hold all smaller ones', () => {
  for (const seconds of [0.004, 0.2, 20]) noteSeconds('plugwright_request_seconds', { route: '/' }, seconds)
  const lines = metricsText().split('\n')
  expect(lines).toContain('plugwright_request_seconds_bucket{route="/",le="0.005"} 1')
  expect(lines).toContain('plugwright_request_seconds_bucket{route="/",le="0.25"} 2')
  expect(lines).toContain('plugwright_request_seconds_bucket{route="/",le="10"} 2')
  expect(lines).toContain('plugwright_request_seconds_bucket{route="/",le="+Inf"} 3')
  expect(lines).toContain('plugwright_request_seconds_count{route="/"} 3')
  expect(lines).toContain('plugwright_request_seconds_sum{route="/"} 20.204')
})

it('asks for what stands at the moment, as one figure or one for each state', () => {
  setGauge('plugwright_event_streams', () => 3)
  setGauge('plugwright_database_connections', () => ({ busy: 1, idle: 2 }))
  expect(metricsText()).toContain('\nplugwright_event_streams 3\n')
  expect(metricsText()).toContain(
    'plugwright_database_connections{state="busy"} 1\nplugwright_database_connections{state="idle"} 2\n',
  )
})

it('writes each line as Prometheus reads it', () => {
  countOne('plugwright_requests_total', { method: 'GET', route: '/projects/[projectId]', status: '200' })
  noteSeconds('plugwright_request_seconds', { route: '/' }, 1)
  const line = /^(# (HELP|TYPE) [a-z_]+ .+|[a-z_]+(\{[a-z]+="[^"]*"(,[a-z]+="[^"]*")*\})? [0-9.e+-]+)$/
  expect(
    metricsText()
      .trimEnd()
      .split('\n')
      .filter((each) => !line.test(each)),
  ).toEqual([])
  expect(metricsText()).toMatch(/\nprocess_resident_memory_bytes \d{7,}\n/)
})
