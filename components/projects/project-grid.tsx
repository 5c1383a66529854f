'use client'

import { useRouter } from 'next/navigation'
import { useState } from 'react'
import { InlineMessage } from '@/components/ui/inline-message'
import { showToast } from '@/components/ui/toast'
import { cardGrid } from './card-grid'
import { ProjectCard } from './project-card'
import type { ProjectCardData } from './project-card-data'

/** Server actions, given by the page. Each answers whether it did it. */
export interface ProjectActions {
  deleteProject: (id: string) => Promise<boolean>
  restoreProject: (id: string) => Promise<boolean>
}

/** The cards. A deleted one goes at once and comes back by the toast's Undo. */
export function ProjectGrid({
  projects,
  now,
  actions,
}: {
  projects: readonly ProjectCardData[]
  now: string
  actions: ProjectActions
}) {
  const router = useRouter()
  const [gone, setGone] = useState<ReadonlySet<string>>(new Set())
  const [problem, setProblem] = useState<string>()

  const hide = (id: string) => setGone((ids) => new Set(ids).add(id))
  const show = (id: string) => setGone((ids) => new Set([...ids].filter((other) => other !== id)))

  async function restore({ id, label }: ProjectCardData) {
    const done = await actions.restoreProject(id).catch(() => false)
    if (!done) return setProblem(`${label} could not be brought back. Reload the page and try again.`)
    show(id)
    router.refresh()
  }

  async function remove(project: ProjectCardData) {
    setProblem(undefined)
    hide(project.id)
    // The menu gives the focus back to a button that is gone.
    setTimeout(() => document.getElementById('plugins-title')?.focus(), 50)
    const done = await actions.deleteProject(project.id).catch(() => false)
    if (!done) {
      show(project.id)
      return setProblem(`${project.label} was not deleted. Check the connection and try again.`)
    }
    router.refresh()
    showToast(`${project.label} deleted`, { label: 'Undo', run: () => void restore(project) })
  }

  return (
    <>
      {problem && (
        <InlineMessage kind="error" title="Nothing changed." className="md:pl-[38px]">
          {problem}
        </InlineMessage>
      )}
      <div className={cardGrid}>
        {projects
          .filter(({ id }) => !gone.has(id))
          .map((project) => (
            <ProjectCard key={project.id} project={project} now={now} onDelete={() => void remove(project)} />
          ))}
      </div>
    </>
  )
}
