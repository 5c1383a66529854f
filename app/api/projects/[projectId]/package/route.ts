import { notFound } from 'next/navigation'
import { packageName } from '@/lib/plugin/package/package-name'
import { requireDownload } from '@/lib/server/access'
import { download } from '@/lib/server/download'
import { recordPackage } from '@/lib/server/history/record-package'
import { packChecked } from '@/lib/server/package'
import { loadProject } from '@/lib/server/projects'
import { requireRate } from '@/lib/server/require-rate'
import { refuse, route } from '@/lib/server/route'

/** The .difypkg, or the findings that keep Dify from installing it. */
export const GET = route(async (request, { projectId = '' }) => {
  const { user } = await requireDownload(projectId)
  await requireRate('packages', request, { account: user.id })
  const { files, revision } = (await loadProject(projectId)) ?? notFound()
  const packed = await packChecked(files)
  if (packed.ok) {
    await recordPackage({ projectId, userId: user.id, revision }, files, packed.bytes)
    return download(`${packageName(files)}.difypkg`, packed.bytes)
  }
  const count = packed.findings.length === 1 ? 'one error keeps' : `${packed.findings.length} errors keep`
  return refuse(422, `Mend the plugin first: ${count} Dify from installing it.`, { findings: packed.findings })
})
