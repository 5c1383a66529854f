import { useMemo } from 'react'
import { classNames } from '@/components/ui/class-names'
import { textOf } from '@/lib/plugin/files'
import { linesOf } from '../code/line-marks'
import { useEditor } from '../store/use-editor'

/** The lines of the chosen field in its file, with the one before and the one after. */
export function FocusedLines({ className }: { className?: string }) {
  const text = useEditor(({ files, place }) => textOf(files, place.file))
  const at = useEditor(({ place }) => place.at)
  const shown = useMemo(() => around(text, at), [text, at])
  if (!shown) return null
  return (
    <div aria-hidden className={classNames('code-text py-1', className)}>
      {shown.texts.map((line, index) => {
        const number = shown.first + index
        return (
          <div key={number} className={classNames('flex h-5 whitespace-pre', number === shown.now && 'bg-mark-now')}>
            <span
              className={classNames(
                'w-11 shrink-0 border-l-2 border-transparent pr-3.5 text-right text-[11.5px]',
                number === shown.now ? 'border-accent text-accent-ink' : 'text-ink-3',
              )}
            >
              {number}
            </span>
            <span className="overflow-hidden text-ellipsis">{line}</span>
          </div>
        )
      })}
    </div>
  )
}

/** The first line of a field between its neighbours; numbers count from 1. */
function around(text: string | undefined, at: Parameters<typeof linesOf>[1]) {
  const lines = text === undefined ? undefined : linesOf(text, at)
  if (text === undefined || !lines) return undefined
  const first = Math.max(1, lines.first - 1)
  return { first, now: lines.first, texts: text.split(/\r\n|\r|\n/).slice(first - 1, lines.first + 1) }
}
