import type { Hit } from '@/lib/plugin/find/find-in-files'
import { classNames } from '@/components/ui/class-names'
import { rowStyle } from './row-style'

/** A place that was found; while something is put in its stead also what becomes of it, and whether it does. */
export function HitRow({
  hit,
  replaced,
  onTick,
  onGo,
}: {
  hit: Hit
  /** Without it nothing is being replaced. */
  replaced?: boolean
  onTick: () => void
  onGo: () => void
}) {
  const { file, line, shown, begins, ends, becomes } = hit
  const old = shown.slice(begins, ends)
  const changes = replaced === true && becomes !== undefined
  return (
    <li className="flex items-center [contain-intrinsic-size:auto_28px] [content-visibility:auto] hover:bg-hover">
      {replaced !== undefined && (
        <label className="grid min-h-7 shrink-0 place-items-center pl-6 max-md:min-h-11 max-md:pl-4">
          <input
            type="checkbox"
            checked={replaced}
            onChange={onTick}
            aria-label={`Replace in line ${line} of ${file}`}
            className="size-3.5 accent-accent"
          />
        </label>
      )}
      <button type="button" className={classNames(rowStyle, replaced !== undefined && 'pl-1')} onClick={onGo}>
        <span className="code-12 w-10 shrink-0 text-right text-ink-3">{line}</span>
        <span className="code-12 min-w-0 truncate whitespace-pre">
          {shown.slice(0, begins).trimStart()}
          {changes ? (
            <>
              <del className="bg-error-soft text-ink">{old}</del>
              <ins className="bg-mark-now text-ink no-underline">{becomes}</ins>
            </>
          ) : (
            <mark className="bg-mark-now text-ink">{old}</mark>
          )}
          {shown.slice(ends)}
        </span>
      </button>
    </li>
  )
}
