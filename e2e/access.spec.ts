import { existsSync, readdirSync, readFileSync, statSync } from 'node:fs'
import { join } from 'node:path'
import { expect, test } from '@playwright/test'
import { actionTable, otherActions } from '@/app/access/action-table'
import { pageTable } from '@/app/access/page-table'
import { otherRoutes, routeTable } from '@/app/access/route-table'

/** A manifest of the build that is being served: the newest one that is whole. */
function manifest(name: string): Record<string, unknown> {
  const builds = '.cache/builds-test'
  const [dist = ''] = readdirSync(builds)
    .map((folder) => join(builds, folder))
    .filter((folder) => existsSync(join(folder, 'complete')))
    .sort((one, other) => statSync(other).mtimeMs - statSync(one).mtimeMs)
  return JSON.parse(readFileSync(join(dist, 'server', name), 'utf8'))
}

test('the build holds no route, page or action that the access table lacks', () => {
  const paths = Object.keys(manifest('app-paths-manifest.json')).filter((path) => !path.startsWith('/_'))
  const routes = paths.filter((path) => path.endsWith('/route')).map((path) => path.slice(0, -'/route'.length))
  const listed = [...Object.keys(routeTable), ...otherRoutes].map((name) => name.slice(name.indexOf(' ') + 1))
  expect(routes.sort()).toEqual([...new Set(listed)].sort())
  const pages = paths.filter((path) => path.endsWith('/page')).map((path) => path.slice(0, -'/page'.length))
  expect(pages.sort()).toEqual(Object.keys(pageTable).sort())
  const { node, edge } = manifest('server-reference-manifest.json') as Record<'node' | 'edge', Record<string, Action>>
  const actions = Object.values(node).map(
    ({ filename, exportedName }) => `${filename.replace('app/', '')} ${exportedName}`,
  )
  expect([...new Set(actions)].sort()).toEqual([...Object.keys(actionTable), ...otherActions].sort())
  expect(edge).toEqual({})
})

interface Action {
  filename: string
  exportedName: string
}

test('a visitor is let into nothing that needs an account', async ({ request, baseURL }) => {
  for (const [name, { need }] of Object.entries(routeTable)) {
    if (need === 'anybody') continue
    const [method = '', path = ''] = name.split(' ')
    const answer = await request.fetch(path.replace(/\[(\w+)\]/g, 'x'), {
      method,
      headers: { origin: baseURL ?? '', ...(method === 'POST' && { 'content-type': 'application/json' }) },
      data: method === 'POST' ? '{}' : undefined,
    })
    expect(`${name} ${answer.status()}`).toBe(`${name} 401`)
  }
})
