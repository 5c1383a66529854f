import {
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

/** The icons that data may name. A new name is one line here. */
const icons: Readonly<Record<string, LucideIcon>> = {
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

/** An icon by its lucide name. */
export function NamedIcon({ name, size, className }: { name: string; size?: 12 | 14 | 16 | 20; className?: string }) {
  return <Icon of={icons[name] ?? CircleHelp} size={size} className={className} />
}
