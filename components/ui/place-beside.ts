export type Side = 'top' | 'bottom' | 'left' | 'right'

const gap = 6
const edge = 8

/** Puts a fixed layer beside an element, on the other side where there is no room, never beyond the window. */
export function placeBeside(layer: HTMLElement, anchor: HTMLElement, side: Side): void {
  const at = anchor.getBoundingClientRect()
  const { offsetWidth: width, offsetHeight: height } = layer
  const within = (value: number, size: number, room: number) => Math.max(edge, Math.min(value, room - size - edge))
  const space = {
    top: at.top - gap - height,
    bottom: window.innerHeight - at.bottom - gap - height,
    left: at.left - gap - width,
    right: window.innerWidth - at.right - gap - width,
  }
  const opposite = { top: 'bottom', bottom: 'top', left: 'right', right: 'left' } as const
  const shown = space[side] < edge && space[opposite[side]] >= edge ? opposite[side] : side
  const across = shown === 'left' || shown === 'right'
  const left = across ? (shown === 'left' ? at.left - gap - width : at.right + gap) : at.left + (at.width - width) / 2
  const top = across ? at.top + (at.height - height) / 2 : shown === 'top' ? at.top - gap - height : at.bottom + gap
  layer.style.left = `${within(left, width, window.innerWidth)}px`
  layer.style.top = `${within(top, height, window.innerHeight)}px`
}
