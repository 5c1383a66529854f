import type { Person } from '@/components/projects/account-menu'
import { currentUser } from '@/lib/server/access'

/** Who is signed in, as pages show it; undefined for a visitor. */
export async function currentPerson(): Promise<Person | undefined> {
  const user = await currentUser()
  return user && { name: user.name, email: user.email ?? undefined, guest: user.guest }
}
