'use client'

import { useRouter } from 'next/navigation'
import { useState } from 'react'
import { InlineMessage } from '@/components/ui/inline-message'
import { lazyPart } from '@/components/ui/lazy-part'
import { showToast } from '@/components/ui/toast'
import { cardGrid } from './card-grid'
import { ProjectCard, type CardActs } from './project-card'
import type { ProjectCardData } from './project-card-data'

const ShareDialog = lazyPart('Sharing', () =>
  import('@/components/share/share-dialog').then((module) => module.default),
)

/** More than a large screen holds. */
const DRAWN_FIRST = 24

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
  const [shared, setShared] = useState<ProjectCardData>()

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
    focusTitle()
    const done = await actions.deleteProject(project.id).catch(() => false)
    if (!done) {
      show(project.id)
      return setProblem(`${project.label} was not deleted. Check the connection and try again.`)
    }
    router.refresh()
    showToast(`${project.label} deleted`, { label: 'Undo', run: () => void restore(project) })
  }

  async function copy(project: ProjectCardData) {
    const { copyProject } = await import('@/components/share/share-requests')
    const answer = await copyProject(project.id)
    if (!answer.ok) return setProblem(`${project.label} was not copied. ${answer.reason}`)
    router.push(`/projects/${answer.value.id}`)
  }

  async function leave(project: ProjectCardData) {
    setProblem(undefined)
    hide(project.id)
    focusTitle()
    const { leaveShared } = await import('@/components/share/share-requests')
    const answer = await leaveShared(project.id)
    if (answer.ok) return router.refresh()
    show(project.id)
    setProblem(`${project.label} stays in the list. ${answer.reason}`)
  }

  const acts: CardActs = {
    share: setShared,
    remove: (project) => void remove(project),
    copy: (project) => void copy(project),
    leave: (project) => void leave(project),
  }
  const shown = projects.filter(({ id }) => !gone.has(id))
  const cards = (list: readonly ProjectCardData[]) => (
    <div className={cardGrid}>
      {list.map((project, index) => (
        <ProjectCard key={project.id} project={project} first={index < DRAWN_FIRST} now={now} acts={acts} />
      ))}
    </div>
  )
  const others = shown.filter(({ by }) => by === 'link')

  return (
    <>
      {problem && (
        <InlineMessage kind="error" title="Nothing changed." className="md:pl-[38px]">
          {problem}
        </InlineMessage>
      )}
      {cards(shown.filter(({ by }) => by !== 'link'))}
      {others.length > 0 && (
        <section aria-labelledby="shared-title">
          <h2 id="shared-title" className="border-b border-line px-4 pb-3 pt-6 text-15 font-semibold md:px-10">
            Shared with you
          </h2>
          {cards(others)}
        </section>
      )}
      {shared && (
        <ShareDialog projectId={shared.id} name={shared.label || shared.name} onClose={() => setShared(undefined)} />
      )}
    </>
  )
}

/** The menu gives the focus back to a button that is gone. */
function focusTitle() {
  setTimeout(() => document.getElementById('plugins-title')?.focus(), 50)
}
