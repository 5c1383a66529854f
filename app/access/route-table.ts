import type { Need } from './callers'
import type { Scene } from './scene'

/** A tab of the owner's, which says that it is there. */
export const ownersTab = 'tab'

export interface RouteRow {
  need: Need
  /** Status for whoever may. */
  status: number
  body?: (scene: Scene) => unknown
  query?: (scene: Scene) => string
  /** True where a body is sent only to ask. */
  reads?: boolean
  /** True where the answer goes on for as long as it is read. */
  stream?: boolean
  /** True where the services of others send people: a page, whoever asks and from wherever. */
  page?: boolean
}

/** Of nothing that there is. */
const noHash = '0'.repeat(64)

const flow = {
  settings: { clientId: 'acme', authorizationUrl: 'https://id.example/authorize' },
  clientSecret: 'secret',
  callbackPath: '/oauth/callback',
}

/** Every method of every route. What is not here fails routes.test.ts, and e2e/access.spec.ts after the build. */
export const routeTable: Readonly<Record<string, RouteRow>> = {
  'GET /api/health': { need: 'anybody', status: 200 },
  'GET /api/ready': { need: 'anybody', status: 200 },
  // not of this machine, and without the token
  'GET /metrics': { need: 'anybody', status: 404 },
  'GET /api/account/export': { need: 'account', status: 200 },
  'POST /api/projects': { need: 'account', status: 201, body: () => ({ files: [] }) },
  'DELETE /api/projects/[projectId]': { need: 'own', status: 204 },
  'GET /api/projects/[projectId]/files': { need: 'view', status: 200 },
  'GET /api/projects/[projectId]/icon': { need: 'view', status: 200 },
  'GET /api/projects/[projectId]/archive': { need: 'download', status: 200 },
  'GET /api/projects/[projectId]/package': { need: 'download', status: 422 },
  'POST /api/projects/[projectId]/revisions': {
    need: 'edit',
    status: 200,
    body: ({ revision }) => ({ base: revision, changes: [{ path: 'new.md', text: 'new' }] }),
  },
  'POST /api/projects/[projectId]/presence': {
    need: 'view',
    status: 200,
    body: () => ({ tab: 'tab', place: { file: 'manifest.yaml', at: '' } }),
  },
  'DELETE /api/projects/[projectId]/presence': { need: 'view', status: 204, query: () => `?tab=${ownersTab}` },
  'GET /api/events': {
    need: 'view',
    status: 200,
    query: ({ projectId }) => `?project=${projectId}`,
    stream: true,
  },
  'GET /api/projects/[projectId]/history': { need: 'view', status: 200 },
  'GET /api/projects/[projectId]/history/compare': {
    need: 'view',
    status: 200,
    query: ({ revision }) => `?from=${revision}&to=${revision}`,
  },
  'GET /api/projects/[projectId]/history/file': {
    need: 'view',
    status: 200,
    query: ({ revision }) => `?from=${revision}&to=${revision}&path=manifest.yaml`,
  },
  'GET /api/projects/[projectId]/history/blame': { need: 'view', status: 200, query: () => '?file=manifest.yaml' },
  'POST /api/projects/[projectId]/history/names': {
    need: 'edit',
    status: 204,
    body: ({ revision }) => ({ revision, name: 'as published' }),
  },
  'POST /api/projects/[projectId]/packages': {
    need: 'download',
    status: 422,
    body: ({ revision }) => ({ revision, sha256: noHash }),
  },
  'POST /api/projects/[projectId]/packages/find': {
    need: 'view',
    status: 200,
    body: () => ({ sha256: noHash, files: [], manifest: '' }),
    reads: true,
  },
  'GET /api/projects/[projectId]/threads': { need: 'view', status: 200 },
  'POST /api/projects/[projectId]/threads': {
    need: 'comment',
    status: 201,
    body: ({ revision }) => ({ file: 'manifest.yaml', revision, place: { field: ['name'] }, text: 'Why?' }),
  },
  'POST /api/projects/[projectId]/threads/[threadId]': { need: 'comment', status: 201, body: () => ({ text: 'Yes.' }) },
  'PATCH /api/projects/[projectId]/threads/[threadId]': {
    need: 'comment',
    status: 204,
    body: () => ({ resolved: true }),
  },
  'PATCH /api/projects/[projectId]/comments/[commentId]': {
    need: 'self',
    status: 204,
    body: () => ({ text: 'Sorry.' }),
  },
  'DELETE /api/projects/[projectId]/comments/[commentId]': { need: 'own', status: 204 },
  'GET /api/projects/[projectId]/mentions': { need: 'comment', status: 200 },
  'DELETE /api/projects/[projectId]/mentions': { need: 'view', status: 204 },
  'GET /api/projects/[projectId]/links': { need: 'own', status: 200 },
  'POST /api/projects/[projectId]/links': { need: 'own', status: 201, body: () => ({ role: 'view' }) },
  'DELETE /api/projects/[projectId]/links/[linkId]': { need: 'own', status: 204 },
  'POST /api/projects/[projectId]/copies': { need: 'download', status: 201 },
  'DELETE /api/projects/[projectId]/grant': { need: 'link', status: 204 },
  'POST /api/share': { need: 'anybody', status: 200, body: ({ token }) => ({ token }) },
  'GET /share': { need: 'anybody', status: 200, page: true },
  'POST /api/oauth/flows': { need: 'account', status: 201, body: () => flow },
  'DELETE /api/oauth/flows': { need: 'account', status: 204 },
  'GET /api/oauth/flows/[flowId]': { need: 'self', status: 200 },
  'DELETE /api/oauth/flows/[flowId]': { need: 'self', status: 204 },
  'DELETE /api/oauth/flows/[flowId]/secret': { need: 'self', status: 200 },
  'POST /api/oauth/flows/[flowId]/callback': { need: 'self', status: 200, body: () => ({ url: 'https://a.example' }) },
  'POST /api/oauth/flows/[flowId]/steps': { need: 'self', status: 422, body: () => ({ step: 'exchange' }) },
  'POST /api/oauth/flows/[flowId]/reveal': { need: 'self', status: 200 },
  'POST /api/oauth/discovery': {
    need: 'account',
    status: 422,
    body: () => ({ issuer: 'http://10.0.0.1', settings: {} }),
  },
  'GET /api/oauth/practice': { need: 'account', status: 200 },
  'GET /oauth/callback': { need: 'anybody', status: 200, page: true },
  'POST /oauth/callback': { need: 'anybody', status: 405, page: true },
  'GET /console/api/oauth/plugin/[author]/[plugin]/[provider]/[kind]/callback': {
    need: 'anybody',
    status: 200,
    page: true,
  },
  'POST /console/api/oauth/plugin/[author]/[plugin]/[provider]/[kind]/callback': {
    need: 'anybody',
    status: 405,
    page: true,
  },
}

/** Routes with rules of their own: signing in (api/auth) and the practice provider (api/oauth/practice). */
export const otherRoutes: readonly string[] = [
  'GET /api/auth/[...nextauth]',
  'POST /api/auth/[...nextauth]',
  'GET /practice/[...path]',
  'POST /practice/[...path]',
]
