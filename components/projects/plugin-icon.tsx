import { Package } from 'lucide-react'
import { Icon } from '@/components/ui/icon'

/** The plugin's own icon at 36 px, or a neutral package where it has none. */
export function PluginIcon({ url }: { url?: string }) {
  if (!url)
    return (
      <span className="grid size-9 shrink-0 place-items-center rounded-layer bg-hover text-ink-3">
        <Icon of={Package} size={20} />
      </span>
    )
  // A file of the project behind its own access check: next/image must not fetch or cache it.
  // eslint-disable-next-line @next/next/no-img-element
  return <img src={url} alt="" width={36} height={36} className="size-9 shrink-0 rounded-layer object-contain" />
}
