import type { Answers, Kind, Starter } from './kind'
import { manifestPath, type FileContent, type Files } from './files'
import { kindById, kinds } from './kinds/registry'
import { pyprojectText, requirementsText } from './project/dependencies'
import { freshIcons } from './project/icon'
import { freshVersion, manifestText, type ManifestParts } from './project/manifest-text'
import { usualSignIns } from './project/sign-in'
import { neededDify, neededReleases, neededSdk } from './rules/needed-releases'
import { compareReleases } from './rules/releases'
import { difyIgnoreText, environmentText, gitIgnoreText, mainText, privacyText, readmeText } from './project/texts'

/**
 * The files of a fresh plugin of these kinds: it packs, loads in the SDK and answers as it is. Ids come from the registry and
 * fit together (`kindsProblem`), names are legal (project/names.ts); anything else is a bug of the caller and throws. A sign-in
 * that none of the kinds has is none.
 */
export function createPlugin(kindIds: readonly string[], given: Answers): Files {
  const problem = kindsProblem(kindIds)
  if (problem !== undefined) throw new Error(problem)
  const chosen = kindIds.flatMap((id) => kindById(id) ?? [])
  const { credentials = 'none' } = given
  const known = chosen.some(({ signIns = usualSignIns }) => signIns.includes(credentials))
  const answers: Answers = known ? given : { ...given, credentials: 'none' }
  const made = chosen.map((kind) => ({ key: kind.manifestKey, ...kind.create(answers) }))
  const icons = answers.icons ?? { light: freshIcons.light.name, dark: freshIcons.dark.name }
  const connections = made.flatMap((kind) => kind.connection ?? [])
  const requirements = [...new Set(made.flatMap((kind) => kind.requirements ?? []))]
  const parts: ManifestParts = {
    icons,
    tags: [...new Set(made.flatMap((kind) => kind.tags ?? []))],
    permission: Object.fromEntries(made.flatMap((kind) => Object.entries(kind.permission ?? {}))),
    format: chosen.map((kind) => kind.format?.version ?? '0.0.1').reduce(newer),
    sections: made.map((kind) => [kind.key, kind.section] as const),
  }
  const own = made.flatMap((kind) => [...kind.files])
  const used: Files = new Map([[manifestPath, manifestText(answers, parts)], ...own])
  const minimumDify = neededDify(neededReleases(used))
  const sdk = neededSdk(used)
  return new Map<string, FileContent>([
    [manifestPath, manifestText(answers, { ...parts, minimumDify })],
    ...own,
    [`_assets/${freshIcons.light.name}`, freshIcons.light.text],
    [`_assets/${freshIcons.dark.name}`, freshIcons.dark.text],
    ['main.py', mainText],
    [
      'README.md',
      readmeText(
        answers,
        made.flatMap((kind) => kind.readme ?? []),
        connections,
      ),
    ],
    ['PRIVACY.md', privacyText(answers, connections)],
    ['pyproject.toml', pyprojectText(answers.name, freshVersion, requirements, sdk)],
    ['requirements.txt', requirementsText(requirements, sdk)],
    ['.difyignore', difyIgnoreText],
    ['.env.example', environmentText],
    ['.gitignore', gitIgnoreText],
  ])
}

function newer(one: string, other: string): string {
  return compareReleases(one, other) < 0 ? other : one
}

/** Why these kinds cannot make one plugin, as one sentence; undefined where they can (manifest.md section 5). */
export function kindsProblem(kindIds: readonly string[]): string | undefined {
  const known = kinds.map((kind) => kind.id).join(', ')
  if (kindIds.length === 0) return `Choose what the plugin gives Dify: ${known}.`
  const unknown = kindIds.find((id) => kindById(id) === undefined)
  if (unknown !== undefined) return `There is no kind ${unknown}: choose ${known}.`
  const chosen = kindIds.flatMap((id) => kindById(id) ?? [])
  const twice = chosen.find((kind, index) => chosen.indexOf(kind) !== index)
  if (twice) return `Name the kind ${twice.id} once: a plugin has one ${twice.title.toLowerCase()} section.`
  const alone = chosen.find((kind) => kind.alone)
  return alone && chosen.length > 1
    ? `Make ${alone.id} a plugin of its own: Dify refuses it beside another kind.`
    : undefined
}

/** All starters that there are; one that joins kinds stands with the last of them. */
export function starters(): readonly Starter[] {
  return kinds.flatMap((kind) => kind.starters)
}

/** Ids of the kinds that a starter makes. */
export function kindIdsOf(starter: Starter): readonly string[] {
  const lists = (kind: Kind) => kind.starters.includes(starter)
  return starter.kindIds ?? kinds.filter(lists).map((kind) => kind.id)
}
