'use client'

import { FolderOpen, Plus } from 'lucide-react'
import Link from 'next/link'
import { buttonStyle } from '@/components/ui/button-style'
import { Icon } from '@/components/ui/icon'
import { ThemeMenu } from '@/components/ui/theme-menu'
import { TopBar } from '@/components/ui/top-bar'
import { AccountMenu, type Person } from './account-menu'
import { DeletedList, type DeletedPlugin } from './deleted-list'
import { DropAnywhere } from './drop-anywhere'
import { FileChoice } from './file-choice'
import { FirstVisit } from './first-visit'
import { HomeFilter } from './home-filter'
import type { HomeGroup } from './home-groups'
import { KeepWork } from './keep-work'
import type { KindChoice } from './kind-choice'
import { MentionList, type Mention } from './mention-list'
import { OpenPanel } from './open-panel'
import type { ProjectCardData } from './project-card-data'
import { ProjectGrid, type ProjectActions } from './project-grid'
import { useOpenPlugin } from './use-open-plugin'

export interface HomeProps {
  person?: Person
  projects: readonly ProjectCardData[]
  mentions?: readonly Mention[]
  /** Whose plugins there are, where they are of several; `projects` are those of the current one. */
  groups?: readonly HomeGroup[]
  /** What can be put back, and for how many days it can. */
  deleted?: readonly DeletedPlugin[]
  daysKept: number
  kinds: readonly KindChoice[]
  /** The server's time, RFC 3339. */
  now: string
  actions: ProjectActions
}

/** The first page: the person's plugins, a new one, and opening one from anywhere on the page. */
export function Home({
  person,
  mentions = [],
  projects,
  groups = [],
  deleted = [],
  daysKept,
  kinds,
  now,
  actions,
}: HomeProps) {
  const opening = useOpenPlugin(person !== undefined)
  return (
    <div className="flex min-h-dvh flex-col">
      <TopBar>
        <Link href="/oauth" className={buttonStyle({ look: 'ghost' })}>
          OAuth<span className="max-sm:hidden -ml-0.5">playground</span>
        </Link>
        <ThemeMenu />
        <AccountMenu person={person} />
      </TopBar>
      <div className="grid flex-1 grid-cols-1 content-start lg:grid-cols-[minmax(0,1fr)_320px] lg:content-stretch">
        <main>
          <div className="flex items-center gap-2 border-b border-line px-4 pb-5 pt-5 md:px-10 md:pb-6 md:pt-7">
            <h1
              id="plugins-title"
              tabIndex={-1}
              className="text-20 font-semibold tracking-[-0.01em] outline-none focus-visible:shadow-none"
            >
              Plugins
            </h1>
            {projects.length > 1 && (
              <span className="mt-1 pl-1 text-12 text-ink-3 max-sm:hidden">Last edited first</span>
            )}
            <span className="flex-1" />
            <FileChoice onChoose={opening.open} className={buttonStyle({ className: 'max-sm:h-10 lg:hidden' })}>
              <Icon of={FolderOpen} />
              Open
            </FileChoice>
            <Link href="/new" data-ready-control className={buttonStyle({ look: 'primary', className: 'max-sm:h-10' })}>
              <Icon of={Plus} />
              New plugin
            </Link>
          </div>
          {mentions.length > 0 && <MentionList mentions={mentions} now={now} />}
          <HomeFilter groups={groups} />
          {projects.length > 0 ? (
            <ProjectGrid projects={projects} now={now} actions={actions} />
          ) : (
            <FirstVisit kinds={kinds} />
          )}
          {deleted.length > 0 && (
            <DeletedList plugins={deleted} days={daysKept} now={now} restore={actions.restoreProject} />
          )}
        </main>
        <aside aria-label="Open a plugin" className="border-line bg-chrome lg:border-l">
          <div className="lg:sticky lg:top-0">
            <OpenPanel opening={opening} />
            {person?.guest && projects.length > 0 && <KeepWork />}
          </div>
        </aside>
      </div>
      <DropAnywhere onDrop={opening.open} />
    </div>
  )
}
