import { classNames } from '@/components/ui/class-names'
import type { FileContent } from '@/lib/plugin/files'
import { diffLines, splitLines } from '@/lib/plugin/line-diff'
import { DiffLines } from '../diff-lines'

interface SideProps {
  label: string
  title: string
  /** Whether the choice takes this side; undefined before there is one. */
  taken: boolean | undefined
}

/** The lines of one side of a hunk; those that the other side has not begun with are marked. */
export function LinesSide({ label, title, taken, base, text }: SideProps & { base: string; text: string }) {
  const lines = splitLines(text)
  const changed = new Set<number>()
  for (const { from, to } of diffLines(splitLines(base), lines))
    for (let line = from; line < to; line += 1) changed.add(line)
  return (
    <div className="min-w-0">
      <Title title={title} taken={taken} />
      <pre tabIndex={0} aria-label={label} className={frame(taken)}>
        {lines.map((line, index) => (
          <span
            key={index}
            className={classNames('block min-h-5 px-2', changed.has(index) ? 'bg-mark-now text-ink' : 'text-ink-2')}
          >
            {line.replace(/\r?\n$/, '')}
          </span>
        ))}
        {lines.length === 0 && <span className="block px-2 text-ink-3">No lines: they were removed.</span>}
      </pre>
    </div>
  )
}

/** One side of a file that is settled as a whole: what changed in it, how large it is, or that it is gone. */
export function ContentSide({
  label,
  title,
  taken,
  path,
  base,
  content,
}: SideProps & { path: string; base: FileContent | undefined; content: FileContent | undefined }) {
  const text = typeof content === 'string' && typeof (base ?? '') === 'string'
  return (
    <div className="min-w-0">
      <Title title={title} taken={taken} />
      {text ? (
        <DiffLines label={label} path={path} before={base} after={content} />
      ) : (
        <p aria-label={label} className={classNames(frame(taken), 'px-2')}>
          {content === undefined ? 'The file is removed.' : `${content.length.toLocaleString('en')} bytes, not text.`}
        </p>
      )}
    </div>
  )
}

function Title({ title, taken }: Pick<SideProps, 'title' | 'taken'>) {
  return (
    <p className="pb-1 text-12">
      {title}
      {taken !== undefined && (
        <span className={taken ? 'text-accent-ink' : 'text-ink-3'}>{taken ? ', stays' : ', goes'}</span>
      )}
    </p>
  )
}

function frame(taken: boolean | undefined): string {
  return classNames('code-12 max-h-60 overflow-auto border bg-page py-1', taken ? 'border-accent-line' : 'border-line')
}
