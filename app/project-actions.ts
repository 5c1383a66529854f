'use server'

import * as access from '@/lib/server/access'
import * as projects from '@/lib/server/projects'

/** Takes a plugin out of the lists; Undo brings it back. */
export async function deleteProject(id: string): Promise<boolean> {
  await access.requireAccess(id, 'own')
  await projects.deleteProject(id)
  return true
}

/** Puts a deleted plugin back; only its owner can. */
export async function restoreProject(id: string): Promise<boolean> {
  const user = await access.requireUser()
  return projects.restoreProject(user.id, id)
}
