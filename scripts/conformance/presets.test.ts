import { spawnSync } from 'node:child_process'
import { existsSync } from 'node:fs'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { describe, expect, it } from 'vitest'
import { authorizationRequest } from '@/lib/oauth/authorization-request'
import type { HttpRequest } from '@/lib/oauth/http'
import { challengeOf } from '@/lib/oauth/pkce'
import { presets } from '@/lib/oauth/presets/presets'
import { codeRequest, refreshRequest } from '@/lib/oauth/request/token-requests'
import { settingsOf } from '@/lib/oauth/settings'
import { filledSettings, variablesIn } from '@/lib/oauth/variables'
import { checkPlugin } from '@/lib/plugin/check'
import { createPlugin } from '@/lib/plugin/create'
import { textOf } from '@/lib/plugin/files'
import { readOAuthCode } from '@/lib/plugin/oauth/read-code'
import { writeOAuthCode } from '@/lib/plugin/oauth/write-code'
import { formatPython, lintPython } from '@/lib/plugin/python/test-ruff'
import { author, createdAt } from './calls'
import { client } from './token-endpoint'

const folder = fileURLToPath(new URL('.', import.meta.url))
const venv = join(folder, '../../.cache/venv-dify_plugin-0.10.2')
const python = process.env.PLUGWRIGHT_PYTHON ?? (existsSync(join(venv, 'ready')) ? join(venv, 'bin/python') : undefined)
if (!python) console.info('SKIPPED what the code of each preset sends: no environment with dify_plugin')

const redirectUri = 'https://dify.example/callback'
const examples: Readonly<Record<string, string>> = {
  login: 'login.microsoftonline.us',
  gitlab_url: 'https://gitlab.com',
}

/** Services whose settings are whole enough for a person to sign in, with their variables filled in. */
const services = presets.flatMap(({ id, settings: given }) => {
  const settings = settingsOf({ ...given, clientId: client.client_id })
  const variables = Object.fromEntries(
    variablesIn(settings).map((name) => [name, settings.variables[name] || (examples[name] ?? 'acme')]),
  )
  const whole = settings.grant === 'authorization_code' && settings.tokenUrl !== '' && settings.authorizationUrl !== ''
  return whole && settings.clientAuthentication !== 'none' ? [{ id, settings: { ...settings, variables } }] : []
})

const before = createPlugin(['tool'], { name: 'nimbra', author, createdAt, credentials: 'api-key' })
const yaml = 'provider/nimbra.yaml'

const written = services.map(({ id, settings }) => {
  const result = writeOAuthCode(before, yaml, settings)
  if (!result.ok) throw new Error(`${id}: ${result.reason}`)
  return { id, settings, files: result.files, source: textOf(result.files, 'provider/nimbra.py') ?? '' }
})

/** What the lints have against the settings themselves, which are those of the official plugins. */
const told: Readonly<Record<string, readonly string[]>> = {
  'ms-excel': ['oa-12-tenant'],
  'azure-blob': ['oa-11-offline'],
}

it('there are presets for some thirty services', () => {
  expect(written.length).toBeGreaterThan(28)
})

describe.each(written)('the code of the preset $id', ({ id, settings, files, source }) => {
  it('is clean, and says what the preset says', () => {
    expect(lintPython(source)).toEqual([])
    expect(formatPython(source)).toBe(source)
    const findings = checkPlugin(files).filter(({ rule, severity }) => rule.startsWith('oa-') || severity === 'error')
    expect(findings.map(({ rule }) => rule)).toEqual(told[id] ?? [])
    expect(settings).toMatchObject(readOAuthCode(files, yaml).settings)
  })
})

interface Sent {
  url: string
  state: string
  verifier: string
  code: { url: string; headers: Record<string, string>; body: string }
  refresh: { url: string; headers: Record<string, string>; body: string }
}

describe.skipIf(!python && !process.env.CI)('what the code of a preset sends', () => {
  const plans = written.map(({ source }) => ({ source, redirect_uri: redirectUri, client }))
  const sent = python
    ? (JSON.parse(
        spawnSync(python, [join(folder, 'sent.py')], {
          encoding: 'utf8',
          input: JSON.stringify(plans),
          stdio: ['pipe', 'pipe', 'inherit'],
        }).stdout,
      ) as Sent[])
    : []

  it.each(written.map((each, index) => ({ ...each, sent: sent[index] })))(
    'is what the playground sends: $id',
    async ({ settings, sent: own }) => {
      if (!own) throw new Error('Nothing was sent.')
      const filled = filledSettings(settings)
      if (!filled.ok) throw new Error(filled.reason)
      const { state, verifier } = own
      const challenge = filled.settings.pkce === 'off' ? undefined : await challengeOf(verifier, filled.settings.pkce)
      const tried = authorizationRequest(filled.settings, { redirectUri, state, challenge })
      expect(addressed(own.url)).toEqual(addressed(tried?.url ?? ''))
      const code = codeRequest(filled.settings, {
        clientSecret: client.client_secret,
        code: 'the code',
        redirectUri,
        ...(challenge === undefined ? {} : { codeVerifier: verifier }),
      })
      const refresh = refreshRequest(filled.settings, {
        clientSecret: client.client_secret,
        refreshToken: 'the refresh token',
      })
      if (!code.ok || !refresh.ok) throw new Error('The playground sends nothing.')
      expect(parts(own.code)).toEqual(partsOf(code.request))
      expect(parts(own.refresh)).toEqual(partsOf(refresh.request))
    },
  )
})

function addressed(url: string) {
  const { origin, pathname, searchParams } = new URL(url)
  return { origin, pathname, query: Object.fromEntries(searchParams) }
}

function partsOf({ url, headers, body = '' }: HttpRequest) {
  return parts({ url, headers: Object.fromEntries(headers), body })
}

/** Without what a library adds of its own, and whatever the order. */
function parts({ url, headers, body }: Sent['code']) {
  const own = Object.entries(headers).filter(([name]) => name.toLowerCase() !== 'content-length')
  const names = Object.fromEntries(own.map(([name, value]) => [name.toLowerCase(), value]))
  const values: unknown = body.startsWith('{') ? JSON.parse(body) : Object.fromEntries(new URLSearchParams(body))
  return { url, headers: names, body: values }
}
