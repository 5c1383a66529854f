'use client'

import { ChevronsUpDown } from 'lucide-react'
import { useRef, useState } from 'react'
import type { Role } from '@/lib/generated/prisma/enums'
import { isRole, roles, roleWords } from '@/lib/roles'
import { Avatar } from '@/components/ui/avatar'
import { buttonStyle } from '@/components/ui/button-style'
import { ConfirmDialog } from '@/components/ui/confirm-dialog'
import { Icon } from '@/components/ui/icon'
import { InlineMessage } from '@/components/ui/inline-message'
import { Menu, MenuChoice, MenuChoices, MenuItem, MenuNote, MenuSeparator } from '@/components/ui/menu'
import { Tag } from '@/components/ui/tag'
import { useDeed } from '@/components/ui/use-deed'
import type { TeamActions } from './team-actions'

export interface MemberRow {
  userId: string
  name: string
  email?: string
  role: Role
}

/** Everybody in the team; owners change roles, hand over and remove in the menu of a row. */
export function MemberList({
  teamId,
  members,
  me,
  owner,
  actions,
}: {
  teamId: string
  members: readonly MemberRow[]
  me: string
  owner: boolean
  actions: Pick<TeamActions, 'changeRole' | 'handOver' | 'removeMember'>
}) {
  const { busy, problem, run } = useDeed()
  const [asked, setAsked] = useState<{ about: 'handOver' | 'remove' | Role; userId: string; name: string }>()
  const list = useRef<HTMLUListElement>(null)
  const loneOwner = members.filter(({ role }) => role === 'own').length === 1
  const lower = asked && isRole(asked.about) ? asked.about : undefined
  const choose = (userId: string, role: Role) => run(userId, () => actions.changeRole({ teamId, userId, role }))
  async function confirmed(deed: Promise<unknown>) {
    await deed
    setAsked(undefined)
    // The button that asked may be gone with its row.
    setTimeout(() => list.current?.focus())
  }
  return (
    <>
      {problem && (
        <InlineMessage kind="error" title="Nothing changed." className="mb-3">
          {problem}
        </InlineMessage>
      )}
      <ul
        ref={list}
        tabIndex={-1}
        aria-label="People in the team"
        className="border-t border-line outline-none focus-visible:shadow-none"
      >
        {members.map((member) => {
          const { userId, name, email, role } = member
          const self = userId === me
          const stays = role === 'own' && loneOwner ? 'the only owner' : undefined
          return (
            <li key={userId} className="flex min-h-9 flex-wrap items-center gap-2.5 border-b border-line py-1">
              <Avatar name={name} />
              <span className="flex min-w-0 flex-1 flex-wrap items-center gap-x-2">
                <span className="min-w-0 max-w-full truncate font-medium" title={name}>
                  {name}
                </span>
                {self && <Tag>you</Tag>}
                {email && (
                  <span className="min-w-0 max-w-full truncate text-12 text-ink-3" title={email}>
                    {email}
                  </span>
                )}
              </span>
              {owner ? (
                <Menu
                  className="w-72"
                  trigger={
                    <button
                      type="button"
                      aria-label={`Role of ${name}: ${roleWords[role].title}`}
                      aria-busy={busy === userId || undefined}
                      className={buttonStyle({ look: 'ghost', size: 'compact', className: 'max-sm:h-10' })}
                    >
                      {roleWords[role].title}
                      <Icon of={ChevronsUpDown} size={14} />
                    </button>
                  }
                >
                  <MenuChoices
                    value={role}
                    onValueChange={(value) => {
                      if (!isRole(value)) return
                      if (roles.indexOf(value) > roles.indexOf(role)) setAsked({ about: value, userId, name })
                      else void choose(userId, value)
                    }}
                  >
                    {roles.map((each) => (
                      <MenuChoice key={each} value={each}>
                        {roleWords[each].title}
                      </MenuChoice>
                    ))}
                  </MenuChoices>
                  <MenuNote>{roleWords[role].means}</MenuNote>
                  {!self && (
                    <>
                      <MenuSeparator />
                      <MenuItem onSelect={() => setAsked({ about: 'handOver', userId, name })}>
                        Hand the team over, become editor
                      </MenuItem>
                      <MenuItem
                        danger
                        disabledReason={stays}
                        onSelect={() => setAsked({ about: 'remove', userId, name })}
                      >
                        Remove from the team
                      </MenuItem>
                    </>
                  )}
                </Menu>
              ) : (
                <span className="px-2 text-12 text-ink-2" title={roleWords[role].means}>
                  {roleWords[role].title}
                </span>
              )}
            </li>
          )
        })}
      </ul>
      {asked?.about === 'handOver' && (
        <ConfirmDialog
          title={`Hand the team over to ${asked.name}?`}
          keep="Keep it"
          verb="Hand over"
          busy={busy === asked.userId && 'Handing over'}
          onKeep={() => setAsked(undefined)}
          onConfirm={() => void confirmed(run(asked.userId, () => actions.handOver({ teamId, userId: asked.userId })))}
        >
          {asked.name} owns the team then and decides about you. You become an editor. Share links and invitations that
          you made there end for everybody who has them.
        </ConfirmDialog>
      )}
      {asked && lower && (
        <ConfirmDialog
          title={`Make ${asked.name} ${roleWords[lower].article}?`}
          keep="Keep the role"
          verb="Change the role"
          busy={busy === asked.userId && 'Changing'}
          onKeep={() => setAsked(undefined)}
          onConfirm={() => void confirmed(choose(asked.userId, lower))}
        >
          {roleWords[lower].means} Share links and invitations that {asked.name} made in this team end for everybody who
          has them.
        </ConfirmDialog>
      )}
      {asked?.about === 'remove' && (
        <ConfirmDialog
          title={`Remove ${asked.name} from the team?`}
          keep="Keep"
          verb="Remove"
          busy={busy === asked.userId && 'Removing'}
          onKeep={() => setAsked(undefined)}
          onConfirm={() =>
            void confirmed(run(asked.userId, () => actions.removeMember({ teamId, userId: asked.userId })))
          }
        >
          {asked.name} loses the team’s plugins at once. Share links and invitations that {asked.name} made there end
          for everybody who has them. What {asked.name} changed and said stays, with the name.
        </ConfirmDialog>
      )}
    </>
  )
}
