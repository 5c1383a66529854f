'use client'

import { CopyPlus, Ellipsis, FileArchive, PackageOpen, ScrollText, Trash2, Unlink, UserRoundPlus } from 'lucide-react'
import Link from 'next/link'
import { Suspense, useRef } from 'react'
import { classNames } from '@/components/ui/class-names'
import { IconButton } from '@/components/ui/icon-button'
import { Menu, MenuItem, MenuLink, MenuSeparator } from '@/components/ui/menu'
import { Icon } from '@/components/ui/icon'
import { useNear } from '@/components/ui/use-near'
import { cardCell } from './card-grid'
import { CardOrigin } from './card-origin'
import { CardVerdict } from './card-verdict'
import { countText } from './count-text'
import { PluginIcon } from './plugin-icon'
import type { ProjectCardData } from './project-card-data'
import { TimeAgo } from './time-ago'

/** What can be done with a plugin from its card. */
export interface CardActs {
  remove: (project: ProjectCardData) => void
  share: (project: ProjectCardData) => void
  copy: (project: ProjectCardData) => void
  /** Takes one that came by a link off the list. */
  leave: (project: ProjectCardData) => void
}

interface ProjectCardProps {
  project: ProjectCardData
  /** One of those that the page begins with; another is only its title until it is scrolled to. */
  first: boolean
  now: string
  acts: CardActs
}

/** A plugin in the grid of Home; all of it opens the editor, its menu stands above. */
export function ProjectCard({ project, first, now, acts }: ProjectCardProps) {
  const card = useRef<HTMLElement>(null)
  const near = useNear(card, first)
  const title = project.label || project.name || 'Plugin without a name'
  return (
    <article ref={card} className={classNames(cardCell, 'quick hover:bg-hover')}>
      <div className="flex items-center gap-3 pr-7">
        {near && <PluginIcon url={project.iconUrl} dark={project.darkIconUrl} />}
        <div className="min-w-0 flex-1">
          <h2 className="truncate text-15 font-semibold" title={title}>
            <Link
              href={`/projects/${project.id}`}
              prefetch={false}
              className="cursor-default after:absolute after:inset-0 after:content-[''] focus-visible:shadow-none focus-visible:after:shadow-[inset_0_0_0_2px_var(--accent)]"
            >
              {title}
            </Link>
          </h2>
          {near && (
            <p className="code-12 truncate text-ink-3" title={`${project.author}/${project.name} ${project.version}`}>
              {project.author}/{project.name} {project.version}
            </p>
          )}
        </div>
      </div>
      {near && (
        <>
          <p className="mt-3.5 line-clamp-2 text-ink-2">{project.description}</p>
          <CardOrigin project={project} />
          <footer className="mt-auto flex items-center gap-2.5 text-12 text-ink-3">
            <span className="truncate empty:hidden" title={countText(project.counts)}>
              {countText(project.counts)}
            </span>
            {project.verdict && (
              <Suspense>
                <CardVerdict verdict={project.verdict} />
              </Suspense>
            )}
            <span className="flex-1" />
            {project.team && (
              <span className="min-w-0 truncate" title={`Of the team ${project.team.name}`}>
                {project.team.name}
              </span>
            )}
            <TimeAgo time={project.updatedAt} now={now} />
          </footer>
          <CardMenu project={project} title={title} acts={acts} />
        </>
      )}
    </article>
  )
}

function CardMenu({ project, title, acts }: { project: ProjectCardData; title: string; acts: CardActs }) {
  const { role = 'own', download = true, by = 'own' } = project
  return (
    <div className="absolute right-3 top-4">
      <Menu trigger={<IconButton icon={Ellipsis} label={`More for ${title}`} />}>
        <MenuLink>
          <Link href={`/projects/${project.id}`} prefetch={false}>
            <Icon of={PackageOpen} size={14} />
            Open
          </Link>
        </MenuLink>
        {role === 'own' && (
          <MenuItem icon={UserRoundPlus} onSelect={() => acts.share(project)}>
            Share
          </MenuItem>
        )}
        {role === 'own' && (
          <MenuLink>
            <Link href={`/projects/${project.id}/activity`} prefetch={false}>
              <Icon of={ScrollText} size={14} />
              Activity
            </Link>
          </MenuLink>
        )}
        {download && (
          <MenuItem icon={CopyPlus} onSelect={() => acts.copy(project)}>
            Make a copy
          </MenuItem>
        )}
        {download && (
          <MenuLink>
            <a href={`/api/projects/${project.id}/archive`} download>
              <Icon of={FileArchive} size={14} />
              Download files as zip
            </a>
          </MenuLink>
        )}
        {(by === 'link' || role === 'own') && <MenuSeparator />}
        {by === 'link' && (
          <MenuItem icon={Unlink} onSelect={() => acts.leave(project)}>
            Take off the list
          </MenuItem>
        )}
        {role === 'own' && (
          <MenuItem icon={Trash2} danger onSelect={() => acts.remove(project)}>
            Delete plugin
          </MenuItem>
        )}
      </Menu>
    </div>
  )
}
