import 'server-only'
import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { array, object, string } from 'zod'

const manifest = object({
  staticRoutes: array(object({ page: string() })),
  dynamicRoutes: array(object({ page: string(), regex: string() })),
})

/** Of what is no route: what Next and public/ serve, and what is not there. */
const others = [
  [/^\/_next\//, '/_next/*'],
  [/^\/[\w-]+\.(?:ico|png|svg|txt|webmanifest)$/, '/*.*'],
] as const

/**
 * The way from a path to its route as Next names it, "/projects/[projectId]": no id, token or name of anybody is in that. `text` is
 * Next's routes-manifest.json.
 */
export function routePatterns(text: string): (path: string) => string {
  const { staticRoutes, dynamicRoutes } = manifest.parse(JSON.parse(text))
  const fixed = new Set(staticRoutes.map(({ page }) => page))
  const dynamic = dynamicRoutes.map(({ page, regex }) => ({ page, regex: new RegExp(regex) }))
  return (path) => {
    const plain = path.length > 1 ? path.replace(/\/+$/, '') : path
    if (fixed.has(plain)) return plain
    const known = others.find(([sign]) => sign.test(path))?.[1] ?? dynamic.find(({ regex }) => regex.test(path))?.page
    return known ?? 'none'
  }
}

let current: ((path: string) => string) | undefined

/** The same for the build that this process serves. */
export function routePattern(path: string): string {
  current ??= routePatterns(manifestOfBuild())
  return current(path)
}

/** In development there is none. */
function manifestOfBuild(): string {
  try {
    return readFileSync(join(process.cwd(), process.env.PLUGWRIGHT_DIST ?? '.next', 'routes-manifest.json'), 'utf8')
  } catch {
    return '{"staticRoutes":[],"dynamicRoutes":[]}'
  }
}
