import type { FileContent } from '@/lib/plugin/files'
import { unifiedDiff } from '@/lib/plugin/merge'

const colors: Readonly<Record<string, string>> = {
  '+': 'bg-mark-now text-ink',
  '-': 'bg-error-soft text-ink',
  '@': 'text-ink-3',
}

/** The change of one file, line by line. */
export function DiffLines({
  label,
  path,
  before,
  after,
}: {
  label: string
  path: string
  before: FileContent | undefined
  after: FileContent | undefined
}) {
  const lines = unifiedDiff(path, before, after).trimEnd().split('\n').slice(2)
  return (
    <pre tabIndex={0} aria-label={label} className="code-12 max-h-60 overflow-auto border border-line bg-page py-1">
      {lines.map((line, index) => (
        <span key={index} className={`block min-h-5 px-2 ${colors[line.charAt(0)] ?? 'text-ink-2'}`}>
          {line}
        </span>
      ))}
    </pre>
  )
}
