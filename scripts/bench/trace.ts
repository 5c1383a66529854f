import type { CDPSession } from '@playwright/test'
import { z } from 'zod'

const eventSchema = z.looseObject({
  name: z.string(),
  ph: z.string(),
  pid: z.number(),
  tid: z.number(),
  ts: z.number(),
  dur: z.number().optional(),
  args: z
    .looseObject({ name: z.string().optional(), data: z.looseObject({ type: z.string().optional() }).optional() })
    .optional(),
})
type TraceEvent = z.infer<typeof eventSchema>

/** Records what the renderer does during `work`. Times in the events are microseconds. */
export async function record(cdp: CDPSession, work: () => Promise<void>): Promise<TraceEvent[]> {
  const events: TraceEvent[] = []
  cdp.on('Tracing.dataCollected', ({ value }) => {
    for (const event of value) {
      const parsed = eventSchema.safeParse(event)
      if (parsed.success) events.push(parsed.data)
    }
  })
  await cdp.send('Tracing.start', {
    transferMode: 'ReportEvents',
    traceConfig: {
      includedCategories: ['toplevel', 'devtools.timeline', 'disabled-by-default-devtools.timeline', '__metadata'],
    },
  })
  await work()
  const complete = new Promise<void>((done) => cdp.once('Tracing.tracingComplete', () => done()))
  await cdp.send('Tracing.end')
  await complete
  return events
}

/**
 * For each keydown, the main thread's work (ms) from its dispatch to the commit of the frame that shows it: the top-level
 * tasks between the two, the waiting between them left out.
 */
export function keystrokeWork(events: readonly TraceEvent[]): number[] {
  const busiest = mainThread(events)
  const own = events
    .filter((event) => event.pid === busiest?.pid && event.tid === busiest.tid)
    .sort((a, b) => a.ts - b.ts)
  const tasks = own.filter((event) => event.name === 'RunTask' && event.dur !== undefined)
  const commits = own.filter((event) => event.name === 'Commit')
  const keys = own.filter((event) => event.name === 'EventDispatch' && event.args?.data?.type === 'keydown')
  return keys.flatMap((key) => {
    const commit = commits.find((each) => each.ts > key.ts)
    if (!commit) return []
    const end = commit.ts + (commit.dur ?? 0)
    const work = tasks.reduce((sum, task) => sum + overlap(task.ts, task.ts + (task.dur ?? 0), key.ts, end), 0)
    return [work / 1000]
  })
}

function overlap(from: number, to: number, start: number, end: number): number {
  return Math.max(0, Math.min(to, end) - Math.max(from, start))
}

/** The renderer's main thread that was given the keys. */
function mainThread(events: readonly TraceEvent[]): TraceEvent | undefined {
  return events.find((event) => event.name === 'EventDispatch' && event.args?.data?.type === 'keydown')
}
