import { bytesOf, type FileContent } from '../files'
import { matchGlob } from './glob'

/** The files whose rules decide what is packed, the first one there alone (package-format.md section 6). */
export const ignoreFiles = ['.difyignore', '.gitignore'] as const

/** True when a path, given by its components, is left out of the package; a folder that is left out is not entered. */
export type IgnoreRule = (parts: readonly string[], isFolder: boolean) => boolean

/**
 * The rules of an ignore file as Dify applies them: any pattern of go-git that says "exclude" drops the path, `!pattern`
 * does nothing, a malformed pattern matches nothing (`pkg/plugin_packager/decoder/fs.go: FSPluginDecoder.Walk`).
 */
export function ignoreRule(content: FileContent | undefined): IgnoreRule {
  const patterns = linesOf(content)
    .filter((line) => line !== '' && !line.startsWith('#') && !line.startsWith('!'))
    .map(readPattern)
  return (parts, isFolder) => patterns.some((pattern) => pattern(parts, isFolder))
}

// White space as Go's strings.TrimSpace sees it: U+0085 is, a byte order mark is not, unlike in JavaScript's trim.
const edges =
  /^[\t-\r \u0085\u00a0\u1680\u2000-\u200a\u2028\u2029\u202f\u205f\u3000]+|[\t-\r \u0085\u00a0\u1680\u2000-\u200a\u2028\u2029\u202f\u205f\u3000]+$/g

function linesOf(content: FileContent | undefined): string[] {
  if (content === undefined) return []
  const text =
    typeof content === 'string' ? content : new TextDecoder('utf-8', { ignoreBOM: true }).decode(bytesOf(content))
  return text.split('\n').map((line) => line.replaceAll(edges, ''))
}

/** go-git 5.19.2, plumbing/format/gitignore/pattern.go. */
function readPattern(line: string): IgnoreRule {
  const foldersOnly = line.endsWith('/')
  const pattern = foldersOnly ? line.slice(0, -1) : line
  const steps = pattern.split('/')
  return steps.length > 1
    ? (parts, isFolder) => matchesAnchored(steps, parts, isFolder, foldersOnly)
    : (parts, isFolder) => matchesName(pattern, parts, isFolder, foldersOnly)
}

function matchesName(pattern: string, parts: readonly string[], isFolder: boolean, foldersOnly: boolean): boolean {
  const found = parts.findIndex((part) => matchGlob(pattern, part))
  return found >= 0 && !(foldersOnly && !isFolder && found === parts.length - 1)
}

function matchesAnchored(
  steps: readonly string[],
  parts: readonly string[],
  isFolder: boolean,
  foldersOnly: boolean,
): boolean {
  let matched = false
  let anyDepth = false
  let at = 0
  for (const [index, step] of steps.entries()) {
    if (step === '') {
      anyDepth = false
    } else if (step === '**') {
      if (index === steps.length - 1) break
      anyDepth = true
    } else {
      if (step.includes('**') || at >= parts.length) return false
      if (anyDepth) {
        // Takes the first component that fits and never tries a later one, as go-git does; with none left it goes on unmatched.
        anyDepth = false
        const found = parts.findIndex((part, place) => place >= at && matchGlob(step, part))
        matched = found >= 0
        at = matched ? found + 1 : parts.length
      } else {
        if (!matchGlob(step, parts[at] ?? '')) return false
        matched = true
        at++
      }
    }
  }
  return matched && !(foldersOnly && !isFolder && at === parts.length)
}
