'use client'

import { ChevronsUpDown } from 'lucide-react'
import { useState } from 'react'
import type { Role } from '@/lib/generated/prisma/enums'
import { isRole, roles, roleWords } from '@/lib/roles'
import { Avatar } from '@/components/ui/avatar'
import { Button } from '@/components/ui/button'
import { buttonStyle } from '@/components/ui/button-style'
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
  const [asked, setAsked] = useState<string>()
  const loneOwner = members.filter(({ role }) => role === 'own').length === 1
  return (
    <>
      {problem && (
        <InlineMessage kind="error" title="Nothing changed." className="mb-3">
          {problem}
        </InlineMessage>
      )}
      <ul className="border-t border-line">
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
                    onValueChange={(value) =>
                      isRole(value) && void run(userId, () => actions.changeRole({ teamId, userId, role: value }))
                    }
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
                      <MenuItem onSelect={() => setAsked(userId)}>Hand the team over, become editor</MenuItem>
                      <MenuItem
                        danger
                        disabledReason={stays}
                        onSelect={() => void run(userId, () => actions.removeMember({ teamId, userId }))}
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
              {asked === userId && (
                <p className="flex w-full flex-wrap items-center gap-2 text-12 text-ink-2">
                  {name} owns the team then and decides about you. You become an editor.
                  <Button size="compact" autoFocus onClick={() => setAsked(undefined)}>
                    Keep it
                  </Button>
                  <Button
                    size="compact"
                    look="danger"
                    busy={busy === userId && 'Handing over'}
                    onClick={() =>
                      void run(userId, () => actions.handOver({ teamId, userId })).then(() => setAsked(undefined))
                    }
                  >
                    Hand over
                  </Button>
                </p>
              )}
            </li>
          )
        })}
      </ul>
    </>
  )
}
