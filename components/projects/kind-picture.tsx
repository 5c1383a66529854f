import { NamedIcon } from '@/components/ui/named-icon'
import type { Drawing, Shape } from '@/lib/plugin/drawing'

/** The drawing of a kind in the colours of the page; what is the plugin's own takes the accent where the kind is chosen. */
export function KindPicture({ id, drawing, icon }: { id: string; drawing: Drawing; icon: string }) {
  const at = drawing.shapes.flatMap((shape) => ('icon' in shape ? [shape.icon] : []))[0]
  return (
    <span
      id={id}
      role="img"
      aria-label={drawing.says}
      className="relative block h-16 w-24 shrink-0 rounded-tag bg-chrome"
    >
      <svg viewBox="0 0 96 64" aria-hidden className="block size-full fill-surface">
        <g transform="translate(.5 .5)">{drawing.shapes.map(shapeOf)}</g>
      </svg>
      {at && (
        <span
          style={{ left: at[0], top: at[1] }}
          className="absolute text-ink-2 group-has-data-[state=checked]:text-accent"
        >
          <NamedIcon name={icon} size={12} />
        </span>
      )}
    </span>
  )
}

const own = 'stroke-ink-3 group-has-data-[state=checked]:stroke-accent'

function shapeOf(shape: Shape, index: number) {
  if ('icon' in shape) return null
  if ('box' in shape) {
    const [x, y, width, height] = shape.box
    return (
      <rect
        key={index}
        {...{ x, y, width, height }}
        rx={2}
        className={shape.own ? `${own} group-has-data-[state=checked]:fill-accent-soft` : 'stroke-line-strong'}
      />
    )
  }
  const points = 'bar' in shape ? ([shape.bar, [shape.bar[0] + shape.bar[2], shape.bar[1]]] as const) : shape.wire
  return (
    <polyline
      key={index}
      points={points.map(([x, y]) => `${x},${y}`).join(' ')}
      fill="none"
      strokeWidth={'bar' in shape ? 2 : 1}
      strokeLinecap="round"
      className={shape.own ? own : 'bar' in shape ? 'stroke-line-strong' : 'stroke-control'}
    />
  )
}
