import { notFound } from 'next/navigation'
import { packageName } from '@/lib/plugin/package/package-name'
import { requireAccess } from '@/lib/server/access'
import { download } from '@/lib/server/download'
import { packChecked } from '@/lib/server/package'
import { loadProject } from '@/lib/server/projects'
import { refuse, route } from '@/lib/server/route'

/** The .difypkg, or the findings that keep Dify from installing it. */
export const GET = route(async (_request, { projectId = '' }) => {
  await requireAccess(projectId, 'view')
  const { files } = (await loadProject(projectId)) ?? notFound()
  const packed = await packChecked(files)
  if (packed.ok) return download(`${packageName(files)}.difypkg`, packed.bytes)
  const count = packed.findings.length === 1 ? 'one error keeps' : `${packed.findings.length} errors keep`
  return refuse(422, `Mend the plugin first: ${count} Dify from installing it.`, { findings: packed.findings })
})
