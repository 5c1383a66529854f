'use server'

import { string } from 'zod'
import * as access from '@/lib/server/access'
import * as projects from '@/lib/server/projects'
import { readGiven } from '@/lib/server/read-given'

// a browser may send any value, an object that filters rows among them
const idSchema = string().max(100)

/** Takes a plugin out of the lists; Undo brings it back. False when there is no such plugin. */
export async function deleteProject(given: string): Promise<boolean> {
  const id = readGiven(idSchema, given)
  if (id === undefined) return false
  const { user } = await access.requireAccess(id, 'own')
  await projects.deleteProject(id, user.id)
  return true
}

/** Puts a deleted plugin back; only its owner can. */
export async function restoreProject(given: string): Promise<boolean> {
  const id = readGiven(idSchema, given)
  if (id === undefined) return false
  const user = await access.requireUser()
  return projects.restoreProject(user.id, id)
}
