import {
  array,
  boolean,
  enum as oneOf,
  nullable,
  number,
  object,
  string,
  union,
  type infer as Infer,
  type ZodType,
} from 'zod'

const side = object({
  id: string(),
  time: string(),
  author: string().optional(),
  name: string().optional(),
  parent: string().optional(),
})
const both = <T extends ZodType>(schema: T) => object({ before: schema, after: schema })

const group = object({
  from: string().optional(),
  author: string().optional(),
  revisions: array(
    object({
      id: string(),
      time: string(),
      name: string().optional(),
      restored: object({ revision: string(), path: string().optional(), time: string().optional() }).optional(),
    }),
  ),
  packages: array(
    object({
      revision: string(),
      time: string(),
      by: string().optional(),
      fileName: string(),
      size: number(),
      sha256: string(),
      checksum: string(),
    }),
  ),
  words: array(string()),
  more: number(),
})
const page = object({ head: string(), groups: array(group), next: string().optional() })

const packageDifference = object({
  files: array(object({ path: string(), before: number().optional(), after: number().optional() })),
  checksum: both(string()),
  version: both(string()),
  size: both(number()),
  left: both(number()),
  ignored: array(object({ path: string(), by: oneOf(['before', 'after']) })),
})
const fileChange = object({
  path: string(),
  was: string().optional(),
  act: oneOf(['added', 'removed', 'changed']),
  words: array(string()),
  follows: boolean(),
  fields: array(
    object({
      title: string(),
      words: string(),
      act: string(),
      before: string().optional(),
      after: string().optional(),
    }),
  ),
})
const comparison = object({ from: side, to: side, files: array(fileChange), package: packageDifference })
const content = nullable(union([object({ text: string() }), object({ bytes: number() })]))
const texts = both(content)
const blamed = object({
  steps: array(object({ before: string().optional(), after: string().optional(), revision: side })),
  more: boolean(),
})
const blamedLines = object({ lines: array(string()), revisions: array(side) })
const found = object({
  found: object({
    by: oneOf(['bytes', 'files', 'near']),
    revision: side,
    difference: packageDifference,
    since: object({ words: array(string()), more: number(), head: side }).optional(),
  }).optional(),
})

export type HistoryGroup = Infer<typeof group>
export type ComparedSide = Infer<typeof side>
export type Comparison = Infer<typeof comparison>
export type FileChange = Infer<typeof fileChange>
export type PackageDifference = Infer<typeof packageDifference>
export type ComparedTexts = Infer<typeof texts>
export type FoundPackage = NonNullable<Infer<typeof found>['found']>

/** Why an answer did not come, in a sentence. */
export class Unreached extends Error {}

async function ask<T>(address: string, schema: ZodType<T>, body?: unknown): Promise<T> {
  const init =
    body === undefined
      ? {}
      : { method: 'POST', headers: { 'Content-Type': 'application/json' }, body: JSON.stringify(body) }
  const response = await fetch(address, init).catch(() => {
    throw new Unreached('The server cannot be reached. Your work is kept here.')
  })
  if (!response.ok) throw new Unreached(await reasonOf(response))
  return schema.parse(response.status === 204 ? undefined : await response.json())
}

const refusal = object({ error: object({ message: string() }) })

async function reasonOf(response: Response): Promise<string> {
  const read = refusal.safeParse(await response.json().catch(() => undefined))
  return read.success ? read.data.error.message : `The server answered ${response.status}.`
}

const addressOf = (projectId: string, what: string, query: Readonly<Record<string, string | undefined>> = {}) => {
  const asked = new URLSearchParams(
    Object.entries(query).flatMap(([key, value]) => (value === undefined ? [] : [[key, value]])),
  )
  return `/api/projects/${projectId}/${what}?${asked.toString()}`
}

export const fetchPage = (projectId: string, after?: string) => ask(addressOf(projectId, 'history', { after }), page)

export const fetchComparison = (projectId: string, from: string | undefined, to: string) =>
  ask(addressOf(projectId, 'history/compare', { from, to }), comparison)

export const fetchTexts = (projectId: string, query: { from: string; to: string; path: string; was?: string }) =>
  ask(addressOf(projectId, 'history/file', query), texts)

export const fetchBlame = (projectId: string, file: string, at: string) =>
  ask(addressOf(projectId, 'history/blame', { file, at }), blamed)

/** For each line of a file the revision that changed it last. */
export const fetchLines = (projectId: string, file: string) =>
  ask(addressOf(projectId, 'history/blame', { file }), blamedLines)

const nothing = union([object({}), string().optional()])

export const sendName = (projectId: string, revision: string, name: string) =>
  ask(`/api/projects/${projectId}/history/names`, nothing, { revision, name })

export const sendPackage = (projectId: string, revision: string, sha256: string) =>
  ask(`/api/projects/${projectId}/packages`, nothing, { revision, sha256 })

export const askForPackage = (
  projectId: string,
  given: { sha256: string; files: readonly (readonly [string, string, number])[]; manifest: string },
) => ask(`/api/projects/${projectId}/packages/find`, found, given)
