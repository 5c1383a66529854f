import { classNames } from './class-names'

/** A bar where text will stand, in its final size. Shown only after 300 ms (`later`), without shimmer. */
export function Skeleton({ className }: { className?: string }) {
  return <span aria-hidden className={classNames('block h-2 rounded-[2px] bg-hover', className)} />
}
