import type { Metadata } from 'next'
import { notFound } from 'next/navigation'
import { cache } from 'react'
import { Editor } from '@/components/editor/editor'
import { outlineOf } from '@/lib/plugin/outline'
import { allows, requireAccess } from '@/lib/server/access'
import { loadProject } from '@/lib/server/projects'
import { shownAccess } from '@/lib/server/share/shown-access'

export const dynamic = 'force-dynamic'

interface Props {
  params: Promise<{ projectId: string }>
  searchParams: Promise<Record<string, string | string[] | undefined>>
}

const load = cache(async (projectId: string) => {
  const access = await requireAccess(projectId, 'view')
  const loaded = (await loadProject(projectId, access.role)) ?? notFound()
  return { access: await shownAccess(access, projectId), loaded }
})

export async function generateMetadata({ params }: Props): Promise<Metadata> {
  const { loaded } = await load((await params).projectId)
  return { title: loaded.project.label || loaded.project.name }
}

/** The editor of one project. */
export default async function ProjectPage({ params, searchParams }: Props) {
  const { projectId } = await params
  const { file, at, section } = await searchParams
  const { access, loaded } = await load(projectId)
  return (
    <Editor
      projectId={projectId}
      files={loaded.files}
      revision={loaded.revision}
      outline={outlineOf(loaded.files)}
      readOnly={!allows(access.role, 'edit')}
      access={access}
      file={typeof file === 'string' ? file : undefined}
      at={typeof at === 'string' ? at : undefined}
      section={typeof section === 'string' ? section : undefined}
    />
  )
}
