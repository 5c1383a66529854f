import type { Role } from '@/lib/generated/prisma/enums'
import type { Answer } from '@/components/ui/use-deed'

/** The server actions of teams, given by the page. */
export interface TeamActions {
  renameTeam: (given: { teamId: string; name: string }) => Promise<Answer>
  changeRole: (given: { teamId: string; userId: string; role: Role }) => Promise<Answer>
  handOver: (given: { teamId: string; userId: string }) => Promise<Answer>
  removeMember: (given: { teamId: string; userId: string }) => Promise<Answer>
  leaveTeam: (given: { teamId: string }) => Promise<Answer>
  deleteTeam: (given: { teamId: string; fate: 'keep' | 'delete'; count: number }) => Promise<Answer>
  invite: (given: { teamId: string; role: Role; email?: string }) => Promise<Answer<Invited>>
  revokeInvitation: (given: { teamId: string; invitationId: string }) => Promise<Answer>
  moveProject: (given: { projectId: string; teamId: string | null }) => Promise<Answer>
}

/** An invitation that was mailed, or its link with why it was not. */
export interface Invited {
  ok: true
  url?: string
  mailed?: string
  why?: string
}
