'use client'

import { LogIn, LogOut, UserRound, UsersRound } from 'lucide-react'
import Link from 'next/link'
import { Avatar } from '@/components/ui/avatar'
import { buttonStyle } from '@/components/ui/button-style'
import { Icon } from '@/components/ui/icon'
import { Menu, MenuItem, MenuLink, MenuNote, MenuSeparator } from '@/components/ui/menu'
import { endSession } from './end-session'

/** Who is signed in, as far as pages show it. */
export interface Person {
  name: string
  email?: string
  guest: boolean
}

/** At the right end of the bar: sign in, or the person's menu. A guest is told where the work is and how to keep it. */
export function AccountMenu({ person }: { person?: Person }) {
  if (!person) {
    return (
      <Link href="/sign-in" className={buttonStyle({ look: 'ghost' })}>
        Sign in
      </Link>
    )
  }
  const name = person.guest ? 'Guest' : person.name
  return (
    <Menu
      trigger={
        <button type="button" aria-label={`Account: ${name}`} className="grid size-7 place-items-center rounded-round">
          <Avatar name={name} />
        </button>
      }
      className="w-64"
    >
      <MenuNote>
        <span className="block font-medium text-ink">{name}</span>
        {person.guest
          ? 'Your plugins belong to this browser. An account keeps them and opens them elsewhere.'
          : person.email}
      </MenuNote>
      <MenuSeparator />
      {person.guest && (
        <MenuLink>
          <Link href="/sign-in">
            <Icon of={LogIn} size={14} />
            Keep the work with an account
          </Link>
        </MenuLink>
      )}
      <MenuLink>
        <Link href="/account">
          <Icon of={UserRound} size={14} />
          Account
        </Link>
      </MenuLink>
      {!person.guest && (
        <MenuLink>
          <Link href="/teams">
            <Icon of={UsersRound} size={14} />
            Teams
          </Link>
        </MenuLink>
      )}
      {!person.guest && (
        <MenuItem icon={LogOut} onSelect={() => void endSession()}>
          Sign out
        </MenuItem>
      )}
    </Menu>
  )
}
