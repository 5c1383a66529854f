export const dynamic = 'force-dynamic'

/** Whether this process answers at all: where it does not, start it anew. Whether it can do its work says `ready`. */
export function GET(): Response {
  return Response.json({ ok: true }, { headers: { 'Cache-Control': 'no-store' } })
}
