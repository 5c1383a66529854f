import {
  BookOpen,
  Brain,
  CircleHelp,
  Database,
  KeyRound,
  Package,
  Plug,
  Waypoints,
  Webhook,
  Wrench,
  Zap,
  type LucideIcon,
} from 'lucide-react'
import { Icon } from './icon'

/** The icons that data may name, each imported by itself, so that a page carries no others. A new name is one line here. */
const icons: Readonly<Record<string, LucideIcon>> = {
  'book-open': BookOpen,
  brain: Brain,
  database: Database,
  'key-round': KeyRound,
  package: Package,
  plug: Plug,
  waypoints: Waypoints,
  webhook: Webhook,
  wrench: Wrench,
  zap: Zap,
}

/** An icon by its lucide name; `instead` where there is none of this name. */
export function NamedIcon({
  name,
  instead = CircleHelp,
  size,
  className,
}: {
  name: string
  instead?: LucideIcon
  size?: 12 | 14 | 16 | 20
  className?: string
}) {
  return <Icon of={icons[name] ?? instead} size={size} className={className} />
}
