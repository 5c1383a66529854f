import { database } from '@/lib/server/database'

export const dynamic = 'force-dynamic'

/** For whoever watches the server: 200 when the database answers. */
export async function GET(): Promise<Response> {
  const prisma = await database()
  await prisma.$queryRaw`SELECT 1`
  return Response.json({ ok: true })
}
