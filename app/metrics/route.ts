import { mayReadMetrics } from '@/lib/server/may-read-metrics'
import { metricsText } from '@/lib/server/metrics'
import { refuse } from '@/lib/server/route'

export const dynamic = 'force-dynamic'

/** Figures of this process for Prometheus. For this machine itself, and for whoever has the token of the operator. */
export function GET(request: Request): Response {
  if (!mayReadMetrics(request.headers)) return refuse(404, 'There is nothing here.')
  return new Response(metricsText(), {
    headers: { 'Content-Type': 'text/plain; version=0.0.4; charset=utf-8', 'Cache-Control': 'no-store' },
  })
}
