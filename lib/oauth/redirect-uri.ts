import { difyCallbackPath, type DifyCallback } from '../dify-callback-path'

/** Which provider of which plugin is signed in to. */
export interface RedirectTarget extends DifyCallback {
  kind: 'tool' | 'datasource' | 'trigger'
}

export interface RedirectUri {
  /** "Dify Cloud" */
  title: string
  uri: string
  note?: string
}

/** Our own callback, and the one under Dify's path. */
export function ownRedirectUris(origin: string, target?: RedirectTarget): RedirectUri[] {
  return [
    { title: 'This page', uri: `${origin}/oauth/callback` },
    ...(target
      ? [
          {
            title: "This page, under Dify's path",
            uri: origin + difyCallbackPath(target),
            note: 'For services that check the path only, or when Dify will run at this very address.',
          },
        ]
      : []),
  ]
}

/** Every redirect URI that may have to be registered, beside our own (oauth.md section 4). */
export function difyRedirectUris(target: RedirectTarget, selfHosted: readonly string[] = []): RedirectUri[] {
  const path = difyCallbackPath(target)
  return [
    { title: 'Dify Cloud', uri: `https://cloud.dify.ai${path}` },
    ...selfHosted.map((base) => ({
      title: 'Self-hosted Dify',
      uri: base.replace(/\/+$/, '') + path,
      note: 'The address is CONSOLE_API_URL of that Dify. Where it is empty, Dify sends a URI without a host and the service refuses it.',
    })),
    {
      title: 'Remote debug, before daemon 0.6.1',
      uri: `https://cloud.dify.ai${difyCallbackPath({ ...target, author: '<workspace ID>' })}`,
      note: 'Older daemons put the ID of the workspace in the place of the author. Since 0.6.1 it is the same as installed.',
    },
  ]
}

/** What is wrong with the base address of a Dify, in a sentence; undefined for a right one. */
export function baseUrlProblem(base: string): string | undefined {
  if (base.trim() === '')
    return 'Give CONSOLE_API_URL of that Dify. When it is empty there, set it: Dify sends a URI without a host else.'
  if (!URL.canParse(base)) return 'Give a whole URL, like https://dify.example.com.'
  const url = new URL(base)
  if (url.protocol !== 'https:' && url.protocol !== 'http:') return 'The address begins with https:// or http://.'
  if (url.search || url.hash) return 'The address has no ? and no #.'
  if (url.pathname !== '/') return `Take ${url.pathname} off: Dify adds /console/api itself.`
  if (base.endsWith('/')) return 'Take the slash at the end off: the URI would have two.'
  const loopback = ['localhost', '127.0.0.1', '[::1]'].includes(url.hostname)
  if (url.protocol === 'http:' && !loopback) return 'Most services take https only, and http on this machine at most.'
  return undefined
}

/** What keeps the parts of Dify's path from being right, in a sentence. */
export function targetProblem(target: RedirectTarget): string | undefined {
  const words = { author: target.author, plugin: target.plugin, provider: target.provider }
  for (const [word, value] of Object.entries(words))
    if (!/^[a-z0-9_-]+$/.test(value))
      return `The ${word} is ${value === '' ? 'empty' : `"${value}"`}: Dify's path takes lower-case letters, digits, "_" and "-".`
  return undefined
}
