/** A block scalar: what stands behind the key, and the lines below it with their indentation. */
export interface BlockText {
  header: string
  lines: string[]
}

interface BlockOptions {
  folded: boolean
  /** Column of the lines. */
  indent: number
  /** What the indentation indicator counts from. */
  base: number
  /** Longest line of folded text; longer words stay whole. */
  width: number
}

/** What a block scalar cannot hold: line ends that only YAML 1.1 knows, controls, byte order marks, non-characters. */
const NOT_IN_BLOCK = /[\u0000-\u0008\u000b-\u001f\u007f-\u009f\u2028\u2029\ufeff\ufffe\uffff]/

/** A text as a literal block scalar, or as a folded one where folding gives it back; undefined where neither does. */
export function blockText(text: string, options: BlockOptions): BlockText | undefined {
  const { indent, base } = options
  if (text.trim() === '' || NOT_IN_BLOCK.test(text)) return undefined
  const ending = /\n*$/.exec(text)?.[0].length ?? 0
  const content = text.slice(0, text.length - ending).split('\n')
  const first = content.find((line) => line !== '') ?? ''
  // Where the first line begins with a space or tab its indentation would be read as deeper.
  const explicit = /^[ \t]/.test(first)
  if (explicit && (indent - base < 1 || indent - base > 9)) return undefined
  const folded = options.folded ? foldedLines(content, options.width - indent) : undefined
  const lines = [...(folded ?? content), ...Array.from({ length: Math.max(0, ending - 1) }, () => '')]
  const chomp = ending === 0 ? '-' : ending === 1 ? '' : '+'
  return {
    header: `${folded ? '>' : '|'}${explicit ? indent - base : ''}${chomp}`,
    lines: lines.map((line) => (line === '' ? '' : ' '.repeat(indent) + line)),
  }
}

/** Lines for `>`: one blank line more between paragraphs, long ones broken at single spaces. */
function foldedLines(content: readonly string[], width: number): string[] | undefined {
  if (content[0] === '' || content.some((line) => /^[ \t]/.test(line))) return undefined
  const lines: string[] = []
  for (const [index, line] of content.entries()) {
    if (index > 0 && line !== '') lines.push('')
    lines.push(...(line === '' ? [''] : wrapped(line, Math.max(40, width))))
  }
  return lines
}

function wrapped(line: string, width: number): string[] {
  const lines: string[] = []
  let rest = line
  while (rest.length > width) {
    const at = breakBefore(rest, width)
    if (at === undefined) break
    lines.push(rest.slice(0, at))
    rest = rest.slice(at + 1)
  }
  return [...lines, rest]
}

/** The last single space before `width`, else the first behind it. */
function breakBefore(text: string, width: number): number | undefined {
  let best: number | undefined
  for (const match of text.matchAll(/(?<=[^ \t]) (?=[^ \t])/g)) {
    if (match.index > width && best !== undefined) return best
    best = match.index
    if (match.index > width) return best
  }
  return best
}
