import { isScalar } from 'yaml'
import { isUuid } from '../project/uuid'
import type { By } from '../schema/gate-rules'
import { removeIn } from '../yaml/edit'
import { isQuoted, sourceOf } from './nodes'
import { editFix, reportAt, setFix, type Place } from './place'
import { isPep440 } from './releases'
import { consequence, shown, type Report } from './report'
import { longerThan } from './scalars'
import { goTime } from './times'

/** `author`: `plugin_declaration.go: AuthorRegex` at upload, upper case too in the SDK; no UUID (identity.go). */
export function judgeAuthor(place: Place): void {
  const text = scalarText(place)
  if (text === undefined) return
  if (isUuid(text)) {
    reportAt(place, {
      rule: 'author-uuid',
      by: ['G3'],
      message: `Choose another author: ${shown(text)} reads as a UUID, which Dify keeps for plugins under debugging ("cannot set author to an UUID").`,
    })
    return
  }
  if (/^[a-z0-9_-]{1,64}$/.test(text)) return
  const by: By[] = ['G3', 'G4']
  if (longerThan(text, 64)) by.push('struct')
  if (!/^[a-zA-Z0-9_-]{1,64}$/.test(text)) by.push(...(text === '' ? (['G5', 'G6'] as const) : (['G5', 'G6'] as const)))
  reportAt(place, {
    rule: 'author',
    by,
    message:
      'Write the author in lower-case letters, digits, "_" and "-", at most 64. It is part of the plugin\'s id, Dify refuses the upload with any other ("plugin_unique_identifier is not valid").',
    ...repaired(place, text, 64),
  })
}

/** `name`: `plugin_declaration.go: PluginNameRegex`. */
export function judgeName(place: Place): void {
  const text = scalarText(place)
  if (text === undefined || /^[a-z0-9_-]{1,128}$/.test(text)) return
  const by: By[] = ['G3', 'G4', 'G5', 'G6']
  if (text === '' || longerThan(text, 128)) by.push('struct')
  reportAt(place, {
    rule: 'plugin-name',
    by,
    message:
      'Write the name in lower-case letters, digits, "_" and "-", at most 128. It is part of the plugin\'s id, Dify refuses the upload with any other ("plugin_unique_identifier is not valid").',
    ...repaired(place, text, 128),
  })
}

function repaired(place: Place, text: string, longest: number): Pick<Report, 'fix'> {
  if (text.length > 1000) return {}
  const value = text
    .normalize('NFKD')
    .toLowerCase()
    .replace(/[^a-z0-9_-]+/g, '_')
    .replace(/^_+|_+$/g, '')
    .slice(0, longest)
  return value === '' || value === text ? {} : { fix: setFix(place, `Write ${value}`, place.path, value) }
}

/** `version`: three numbers for the packager, PEP 440 for SDK and API, two to four numbers in the identifier. */
export function judgeVersion(place: Place): void {
  const text = scalarText(place)
  if (text === undefined) return
  const by: By[] = []
  if (!/^\d{1,4}(\.\d{1,4}){2}(-\w{1,16})?$/.test(text)) by.push('struct')
  if (!/^\d{1,4}(\.\d{1,4}){1,3}(-\w{1,16})?$/.test(text)) by.push('G3')
  if (!isPep440(text)) by.push('G5', 'G6')
  if (by.length === 0) return
  const numbers = /^\s*v?(\d{1,4}(?:\.\d{1,4}){0,2})\s*$/.exec(text)?.[1]
  const value = numbers === undefined ? undefined : [...numbers.split('.'), '0', '0'].slice(0, 3).join('.')
  reportAt(place, {
    rule: 'version',
    by,
    message: `Write the version as three numbers such as 0.0.1, with a suffix such as -rc1 or -beta where you like: ${shown(text)} is refused, ${consequence(by)}.`,
    ...(value ? { fix: setFix(place, `Write ${value}`, place.path, value) } : {}),
  })
}

/** `meta.minimum_dify_version`: PEP 440 for SDK and API, only numbers before Dify 1.9.0 (dify-api.md section 2.1). */
export function judgeMinimumDifyVersion(place: Place): void {
  const text = scalarText(place)
  if (text === undefined) return
  if (text === '') {
    const message =
      'Remove `meta.minimum_dify_version` or write a version: empty text is refused, the plugin does not start.'
    reportAt(place, {
      rule: 'minimum-dify-version',
      by: ['G5', 'G6'],
      message,
      fix: editFix('Remove minimum_dify_version', place.context.file, (old) => removeIn(old, place.path)),
    })
  } else if (!isPep440(text)) {
    const message = `Write \`meta.minimum_dify_version\` as a version such as 1.10.0: ${shown(text)} is none, the plugin does not start.`
    reportAt(place, { rule: 'minimum-dify-version', by: ['G5', 'G6'], message })
  } else if (!/^\d{1,4}(\.\d{1,4}){1,3}(-\w{1,16})?$/.test(text)) {
    const value = text.trim().replace(/^v/i, '')
    const message = `Write \`meta.minimum_dify_version\` with numbers only, such as ${shown(value)}: Dify 1.3.0 to 1.8.1 refuse ${shown(text)}.`
    reportAt(place, {
      rule: 'minimum-dify-version-form',
      by: ['G6'],
      fixed: '1.9.0',
      message,
      fix: setFix(place, `Write ${value}`, place.path, value),
    })
  }
}

/** `repo`: the validator's `url` rule, a scheme and a host (manifest.md section 1). */
export function judgeRepo(place: Place): void {
  const text = scalarText(place)
  if (text === undefined || isGoUrl(text)) return
  if (text === '') {
    reportAt(place, {
      rule: 'repo',
      by: ['struct'],
      message: `Write an address or remove \`repo\`: empty text is no address, ${consequence(['G2'])}.`,
      fix: editFix('Remove repo', place.context.file, (old) => removeIn(old, place.path)),
    })
    return
  }
  const value = /^[\w.-]+\.[a-z]{2,}\/\S*$/i.test(text) ? `https://${text}` : undefined
  reportAt(place, {
    rule: 'repo',
    by: ['struct'],
    message: `Write \`repo\` as a full address that begins with https://: ${shown(text)} is none, ${consequence(['G2'])}.`,
    ...(value ? { fix: setFix(place, 'Add https://', place.path, value) } : {}),
  })
}

/** validator 10.30.1 `url`: parseable, a scheme, and a host, fragment or opaque part; `file:` an absolute path other than `/`. */
export function isGoUrl(text: string): boolean {
  if (/[\u0000-\u001f\u007f]/.test(text)) return false
  const match = /^([a-z][a-z0-9+.-]*):(.*)$/is.exec(text)
  if (!match) return false
  const [, scheme = '', rest = ''] = match
  const fragment = rest.indexOf('#')
  const before = fragment === -1 ? rest : rest.slice(0, fragment)
  if (/%(?![0-9a-f]{2})/i.test(rest)) return false
  if (scheme.toLowerCase() === 'file')
    return /^(?:\/\/)?[^/]*\/[^?]+/.test(before) && before !== '/' && before !== '///'
  const host = /^\/\/([^/?]*)/.exec(before)?.[1]
  if (host !== undefined)
    return /\s/.test(host) ? false : host !== '' || (fragment !== -1 && fragment < rest.length - 1)
  if (fragment !== -1 && fragment < rest.length - 1) return true
  return before !== '' && !before.startsWith('/') && !before.startsWith('?')
}

/** `created_at` that decodes but cannot be used: the zero time, and an offset of a whole day. */
export function judgeCreatedAt(place: Place): void {
  if (!isScalar(place.node)) return
  const kind = goTime(sourceOf(place.node), !isQuoted(place.node) && place.node.tag === undefined)
  if (kind === 'zero')
    reportAt(place, {
      rule: 'empty',
      by: ['struct'],
      message: `Write the day when the plugin was made in \`created_at\`: year 1 counts as empty, ${consequence(['G2'])}.`,
    })
  if (kind === 'offset-day')
    reportAt(place, {
      rule: 'not-storable',
      by: ['G3'],
      message: `Write a zone of less than 24 hours in \`created_at\`: Dify cannot store this one, ${consequence(['G3'])}.`,
    })
}

function scalarText(place: Place): string | undefined {
  return isScalar(place.node) ? sourceOf(place.node) : undefined
}
