import 'server-only'
import { blameLines } from '@/lib/plugin/history/blame-lines'
import { fieldHistory, type FieldStep } from '@/lib/plugin/history/field-history'
import { documentTypeOf } from '@/lib/plugin/references'
import type { YamlPath } from '@/lib/plugin/yaml/parse'
import { database, type Transaction } from '../database'
import { keepRecent } from '../keep-recent'
import { aboutRevisions, sideOf, type ComparedSide } from './compare-revisions'
import { fileVersions, textsOf } from './file-versions'
import { pairChanges, shownFiles } from './pair-changes'

/** How many versions of a file are read at most, the newest. */
const MOST_VERSIONS = 1_000
const MOST_NAMES = 5
/** Of so many files it is remembered how far their lines were told. */
const MOST_FILES = 50

export interface BlamedField {
  steps: readonly (FieldStep & { revision: ComparedSide })[]
  /** Older versions were not looked through. */
  more: boolean
}

/** Who changed a field of a document, the last change first, through other names of its entry and its file. Undefined where the head has no such document. */
export async function blameField(projectId: string, path: string, at: YamlPath): Promise<BlamedField | undefined> {
  const prisma = await database()
  const head = await headOf(prisma, projectId)
  const type = head && documentTypeOf(await shownFiles(prisma, head.tree, [path]), path)
  if (!type) return undefined
  const { versions, more } = await versionsOf(prisma, projectId, path)
  const steps = fieldHistory(versions, type, at)
  const marks = steps.map(({ mark }) => mark)
  const about = await aboutRevisions(prisma, projectId, marks)
  const told = steps.flatMap((step) => {
    const revision = about.get(step.mark)
    return revision ? [{ ...step, revision }] : []
  })
  return { steps: told, more }
}

/** For each line of a file, as it is now, the id of the revision that changed it last, and those revisions. Undefined where it is no text of the head. */
export async function blameFile(
  projectId: string,
  path: string,
): Promise<{ lines: readonly string[]; revisions: ComparedSide[] } | undefined> {
  const prisma = await database()
  const versions = (await fileVersions(prisma, projectId, path)).slice(-MOST_VERSIONS)
  const last = versions.at(-1)
  if (!last || last.blobId === null) return undefined
  const key = `${projectId} ${path}`
  const before = blamed.get(key)
  const done = before ? versions.findIndex(({ id }) => id === before.id) : -1
  let { marks, text } = before && done >= 0 ? before : { marks: [], text: '' }
  for (const version of await textsOf(prisma, versions.slice(done + 1))) {
    marks = blameLines(marks, text, version.text ?? '', version.mark)
    text = version.text ?? ''
  }
  keepRecent(blamed, key, { id: last.id, marks, text }, MOST_FILES)
  const about = await aboutRevisions(prisma, projectId, [...new Set(marks)])
  return { lines: marks, revisions: [...about.values()] }
}

/** How far lines were told: a later version goes on from there. */
const blamed = new Map<string, { id: string; marks: string[]; text: string }>()

async function headOf(tx: Transaction, projectId: string) {
  const project = await tx.project.findUnique({ where: { id: projectId }, select: { headId: true } })
  return project?.headId ? sideOf(tx, projectId, project.headId) : undefined
}

/** The versions of a document, newest first, also from before it had its name. */
async function versionsOf(tx: Transaction, projectId: string, path: string) {
  const versions = []
  let name: string | undefined = path
  let until = Infinity
  for (let names = 0; name !== undefined && names < MOST_NAMES; names += 1) {
    const chain = (await fileVersions(tx, projectId, name)).filter(({ createdAt }) => createdAt.getTime() <= until)
    const start = chain.findLastIndex(({ blobId }, index) => blobId === null && index < chain.length - 1)
    const there: typeof chain = chain.slice(start + 1).filter(({ blobId }) => blobId !== null)
    versions.push(...(await textsOf(tx, there.slice(-MOST_VERSIONS))).reverse())
    const first = there[0]
    if (!first?.parentId || there.length > MOST_VERSIONS) return { versions, more: there.length > MOST_VERSIONS }
    const [before, after] = [await sideOf(tx, projectId, first.parentId), await sideOf(tx, projectId, first.id)]
    if (!before || !after || before.tree.has(name)) break
    const changes: readonly { path: string; was?: string }[] = await pairChanges(tx, before, after)
    name = changes.find((change) => change.path === name)?.was
    until = first.createdAt.getTime()
  }
  return { versions, more: false }
}
