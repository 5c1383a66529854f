import 'server-only'
import type { Role, User } from '@/lib/generated/prisma/client'
import { database } from '../database'
import { makeTeam } from './teams'

/** An account of a name, without a password. */
export async function account(name: string): Promise<User> {
  const prisma = await database()
  return prisma.user.create({ data: { name, email: `${name.toLowerCase()}@example.com` } })
}

/** A team of Ada, who owns it, and of people with other roles. */
export async function team(ada: User, people: readonly (readonly [User, Role])[] = []): Promise<string> {
  const made = await makeTeam(ada, 'Saltmarsh')
  if (!made.ok) throw new Error(made.reason)
  const prisma = await database()
  await prisma.teamMember.createMany({ data: people.map(([{ id }, role]) => ({ teamId: made.id, userId: id, role })) })
  return made.id
}
