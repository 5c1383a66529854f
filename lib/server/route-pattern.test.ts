import { expect, it } from 'vitest'
import { routePatterns } from './route-pattern'

const patternOf = routePatterns(
  JSON.stringify({
    staticRoutes: [{ page: '/' }, { page: '/api/projects' }],
    dynamicRoutes: [
      { page: '/api/projects/[projectId]/files', regex: '^/api/projects/([^/]+?)/files(?:/)?$' },
      { page: '/projects/[projectId]', regex: '^/projects/([^/]+?)(?:/)?$' },
    ],
  }),
)

it.each([
  ['/', '/'],
  ['/api/projects', '/api/projects'],
  ['/api/projects/', '/api/projects'],
  ['/api/projects/cm1secret/files', '/api/projects/[projectId]/files'],
  ['/projects/cm1secret', '/projects/[projectId]'],
  ['/_next/static/chunks/a1b2.js', '/_next/*'],
  ['/favicon.ico', '/*.*'],
  ['/wp-login.php', 'none'],
  ['/projects/a/b/secret', 'none'],
])('names %s as %s: nothing that somebody typed is in a log or a metric', (path, pattern) => {
  expect(patternOf(path)).toBe(pattern)
})
