import type { ReactNode } from 'react'
import { requireTeam } from '@/lib/server/access'

/** Who is not in the team is told that it is not there before the answer begins, with its status 404. */
export default async function TeamLayout({
  params,
  children,
}: {
  params: Promise<{ teamId: string }>
  children: ReactNode
}) {
  await requireTeam((await params).teamId, 'view')
  return children
}
