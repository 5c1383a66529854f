import type { ReactNode } from 'react'
import { requireAccess } from '@/lib/server/access'

/** Stands above the loading page: who may not see the project is told so before the answer begins, with its status 404. */
export default async function ProjectLayout({
  params,
  children,
}: {
  params: Promise<{ projectId: string }>
  children: ReactNode
}) {
  await requireAccess((await params).projectId, 'view')
  return children
}
