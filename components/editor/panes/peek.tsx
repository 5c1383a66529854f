'use client'

import { classNames } from '@/components/ui/class-names'
import { textOf } from '@/lib/plugin/files'
import { linesOf } from '../code/line-marks'
import { useEditor } from '../store/use-editor'

/** Where the file has no room: the focused line with the one before and the one after. */
export function Peek({ className }: { className?: string }) {
  const shown = useEditor(({ files, place }) => {
    const text = textOf(files, place.file)
    const lines = text === undefined ? undefined : linesOf(text, place.at)
    if (text === undefined || !lines) return ''
    const all = text.split(/\r\n|\r|\n/)
    const first = Math.max(0, lines.first - 2)
    return JSON.stringify([first, lines.first - 1, all.slice(first, lines.first + 1)])
  })
  if (shown === '') return null
  const parsed: unknown = JSON.parse(shown)
  const [first, now, texts] = Array.isArray(parsed) ? parsed : []
  return (
    <div aria-hidden className={classNames('code-text py-1', className)}>
      {Array.isArray(texts) &&
        texts.map((line: unknown, index) => {
          const number = Number(first) + index
          return (
            <div key={number} className={classNames('flex h-5 whitespace-pre', number === now && 'bg-mark-now')}>
              <span
                className={classNames(
                  'w-11 shrink-0 border-l-2 border-transparent pr-3.5 text-right text-[11.5px]',
                  number === now ? 'border-accent text-accent-ink' : 'text-ink-3',
                )}
              >
                {number + 1}
              </span>
              <span className="overflow-hidden text-ellipsis">{String(line)}</span>
            </div>
          )
        })}
    </div>
  )
}
