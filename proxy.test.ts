import { readdirSync } from 'node:fs'
import { unstable_doesMiddlewareMatch as doesMatch } from 'next/experimental/testing/server'
import { expect, it } from 'vitest'
import { config } from './proxy'

const filesIn = (folder: string) =>
  readdirSync(folder, { recursive: true, withFileTypes: true }).flatMap((file) =>
    file.isFile() ? `${file.parentPath}/${file.name}`.slice(folder.length) : [],
  )
/** The address of a page or a route, with `part` in place of everything that can be any text. */
const addressOf = (file: string, part: string) =>
  file
    .replace(/\/[^/]+$/, '')
    .replace(/\/\(\w+\)/g, '')
    .replace(/\[[^/]+\]/g, part) || '/'
const app = filesIn('app')
const named = (name: string) => app.filter((file) => file.endsWith(`/${name}`))
const covers = (url: string) => doesMatch({ config, url })

it.each(
  named('page.tsx').flatMap((file) => ['x', 'x.png', 'x.svg', 'favicon.ico'].map((part) => addressOf(file, part))),
)('stands before the page %s', (url) => expect(covers(url)).toBe(true))

it.each([
  '/projects/x.png',
  '/x.woff2',
  '/icon.svg/x',
  '/icon.svgx',
  '/icons.svg',
  '/iconxsvg',
  '/x/icon.svg',
  '/favicon.ico/',
  '/readme/x.png',
  '/share/x.png',
  '/metrics/x.ico',
  '/oauth/callback/x.svg',
  '/oauth/callback-x',
  '/console/api/oauth/x.svg',
  '/console/api/oauth/plugin/a/b/c/tool/callback/x.png',
  '/practice',
  '/practices/x.png',
  '/apis/x.svg',
  '/API/x.svg',
  '/_next/x.png',
  ...filesIn('public'),
])('stands before %s, which is no route', (url) => expect(covers(url)).toBe(true))

it.each(['/_next/static/x.js', '/oauth/callback/', ...named('route.ts').map((file) => addressOf(file, 'x'))])(
  'lets %s answer by itself',
  (url) => expect(covers(url)).toBe(false),
)
