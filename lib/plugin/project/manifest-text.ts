import { stringify } from 'yaml'
import type { Answers } from '../kind'
import { labelOf } from './names'
import { scalar } from './scalar'

/** Version of a fresh plugin. */
export const freshVersion = '0.1.0'

/** What the kinds of a fresh plugin add to its manifest. */
export interface ManifestParts {
  icons: { readonly light: string; readonly dark?: string }
  tags: readonly string[]
  permission: Readonly<Record<string, unknown>>
  /** Version of the manifest's format. */
  format: string
  /** Paths by key of `plugins`. */
  sections: readonly (readonly [string, readonly string[]])[]
  /** The oldest Dify that it works with. */
  minimumDify?: string | undefined
}

/** `manifest.yaml`, `version` first: a checker of the marketplace takes the first line that looks like one (marketplace.md MF-09). */
export function manifestText(answers: Answers, parts: ManifestParts): string {
  const label = answers.label ?? labelOf(answers.name)
  const dark = parts.icons.dark === undefined ? '' : `icon_dark: ${scalar(parts.icons.dark)}\n`
  return `version: ${freshVersion}
type: plugin
author: ${scalar(answers.author)}
name: ${scalar(answers.name)}
label:
  en_US: ${scalar(label)}
description:
  en_US: ${scalar(descriptionOf(answers))}
icon: ${scalar(parts.icons.light)}
${dark}created_at: ${JSON.stringify(answers.createdAt)}
privacy: PRIVACY.md
tags:
${listLines(parts.tags, 2)}resource:
  memory: 268435456
${permissionLines(parts.permission)}plugins:
${parts.sections.map(([key, paths]) => `  ${key}:\n${listLines(paths, 4)}`).join('')}meta:
  version: ${parts.format}
  arch:
    - amd64
    - arm64
  runner:
    language: python
    version: "3.12"
    entrypoint: main
${parts.minimumDify === undefined ? '' : `  minimum_dify_version: ${parts.minimumDify}\n`}`
}

/** What the plugin says of itself where nothing was asked. */
export function descriptionOf(answers: Answers): string {
  return answers.description ?? `${answers.label ?? labelOf(answers.name)} for Dify.`
}

function listLines(items: readonly string[], indent: number): string {
  return items.map((item) => `${' '.repeat(indent)}- ${scalar(item)}\n`).join('')
}

function permissionLines(permission: Readonly<Record<string, unknown>>): string {
  if (Object.keys(permission).length === 0) return ''
  const lines = stringify({ permission }).trimEnd().split('\n')
  return lines.map((line) => `  ${line}\n`).join('')
}
