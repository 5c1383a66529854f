'use server'

import { string } from 'zod'
import * as access from '@/lib/server/access'
import * as projects from '@/lib/server/projects'

// a browser may send any value, an object that filters rows among them
const idSchema = string().max(100)

/** Takes a plugin out of the lists; Undo brings it back. False when there is no such plugin. */
export async function deleteProject(given: string): Promise<boolean> {
  const id = idSchema.safeParse(given)
  if (!id.success) return false
  await access.requireAccess(id.data, 'own')
  await projects.deleteProject(id.data)
  return true
}

/** Puts a deleted plugin back; only its owner can. */
export async function restoreProject(given: string): Promise<boolean> {
  const id = idSchema.safeParse(given)
  if (!id.success) return false
  const user = await access.requireUser()
  return projects.restoreProject(user.id, id.data)
}
