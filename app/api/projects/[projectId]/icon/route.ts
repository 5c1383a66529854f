import { notFound } from 'next/navigation'
import { bytesOf } from '@/lib/plugin/files'
import { requireAccess } from '@/lib/server/access'
import { loadIcon } from '@/lib/server/projects'
import { route } from '@/lib/server/route'

const types: Readonly<Record<string, string>> = {
  svg: 'image/svg+xml',
  png: 'image/png',
  jpg: 'image/jpeg',
  jpeg: 'image/jpeg',
  gif: 'image/gif',
  webp: 'image/webp',
  ico: 'image/x-icon',
}

/** The icon on the project's card. Its address changes with it, so browsers keep it. */
export const GET = route(async (request, { projectId = '' }) => {
  await requireAccess(projectId, 'view')
  const dark = new URL(request.url).searchParams.get('theme') === 'dark'
  const icon = (await loadIcon(projectId, dark)) ?? notFound()
  const type = types[icon.path.slice(icon.path.lastIndexOf('.') + 1).toLowerCase()] ?? notFound()
  return new Response(new Uint8Array(bytesOf(icon.content)), {
    headers: {
      'Content-Type': type,
      'Cache-Control': 'private, max-age=31536000, immutable',
      // an SVG can carry scripts, which would run when somebody opens its address: so it is saved then, and still drawn in pages
      'Content-Disposition': 'attachment',
    },
  })
})
