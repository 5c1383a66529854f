'use client'

import { Eraser, Lock, RotateCcw } from 'lucide-react'
import Link from 'next/link'
import { AccountMenu } from '@/components/projects/account-menu'
import { Button } from '@/components/ui/button'
import { Icon } from '@/components/ui/icon'
import { ThemeMenu } from '@/components/ui/theme-menu'
import { TopBar } from '@/components/ui/top-bar'
import type { PlaygroundProps } from './playground'

/** The bar of the playground: where one is, and how to begin anew or leave nothing behind. */
export function PlaygroundBar({
  person,
  project,
  clearing,
  onStartAgain,
  onClearAll,
}: Pick<PlaygroundProps, 'person' | 'project'> & {
  clearing: boolean
  /** Absent where nothing was begun. */
  onStartAgain?: () => void
  onClearAll: () => void
}) {
  return (
    <TopBar
      crumbs={[
        <Link key="home" href="/" className="rounded-tag hover:text-ink">
          Plugins
        </Link>,
        ...(project
          ? [
              // The editor is large, and its style sheet would wait here for nothing.
              <Link
                key="project"
                href={`/projects/${project.id}`}
                prefetch={false}
                className="rounded-tag hover:text-ink"
              >
                {project.label}
              </Link>,
            ]
          : []),
        <h1 key="here" className="truncate">
          {project ? 'OAuth' : 'OAuth playground'}
        </h1>,
      ]}
      beside={
        <span className="ml-1 flex items-center gap-1.5 text-12 whitespace-nowrap text-ink-3 max-lg:hidden">
          <Icon of={Lock} size={14} />
          Secrets are not saved
        </span>
      }
    >
      {onStartAgain && (
        <Button icon={RotateCcw} className="max-sm:hidden" onClick={onStartAgain}>
          Start again
        </Button>
      )}
      <Button look="ghost" icon={Eraser} busy={clearing && 'Clearing'} onClick={onClearAll}>
        Clear all
      </Button>
      <ThemeMenu />
      <AccountMenu person={person} />
    </TopBar>
  )
}
