import 'server-only'
import type { Role } from '@/lib/generated/prisma/client'
import { roleWords } from '@/lib/roles'
import { composeMail } from '../compose-mail'
import type { Done } from '../done'
import { sendMail } from '../mail'
import { invitationDays } from './invitations'

/** Sends an invitation to an e-mail address. */
export function mailInvitation(to: string, from: string, team: string, role: Role, url: string): Promise<Done> {
  const words = roleWords[role]
  return sendMail({
    to,
    ...composeMail({
      subject: `Join ${team} on Plugwright`,
      before: [`${from} invites you to the team ${team} as ${words.title.toLowerCase()}. ${words.means}`],
      link: { label: 'See the invitation', url },
      after: [
        `The link works once and for ${invitationDays} days. Whoever has it can join, so keep it to yourself.`,
        'If you do not know why you got this, do nothing: the link ends by itself.',
      ],
    }),
  })
}
