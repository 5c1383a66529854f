import { Package } from 'lucide-react'
import { classNames } from '@/components/ui/class-names'
import { Icon } from '@/components/ui/icon'

/** The plugin's own icon at 36 px, in the dark theme the one it has for that, or a neutral package where it has none. */
export function PluginIcon({ url, dark }: { url?: string; dark?: string }) {
  if (!url)
    return (
      <span className="grid size-9 shrink-0 place-items-center rounded-layer bg-hover text-ink-3">
        <Icon of={Package} size={20} />
      </span>
    )
  return (
    <>
      <Picture url={url} className={dark === undefined ? undefined : 'dark:hidden'} />
      {dark !== undefined && <Picture url={dark} className="hidden dark:block" />}
    </>
  )
}

function Picture({ url, className }: { url: string; className?: string }) {
  return (
    // A file of the project behind its own access check: next/image must not fetch or cache it.
    // eslint-disable-next-line @next/next/no-img-element
    <img
      src={url}
      alt=""
      width={36}
      height={36}
      // Of two pictures the one that is not shown is not fetched.
      loading="lazy"
      className={classNames('size-9 shrink-0 rounded-layer object-contain', className)}
    />
  )
}
