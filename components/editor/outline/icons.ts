import {
  BookOpen,
  Brain,
  Database,
  FileText,
  Package,
  Plug,
  Waypoints,
  Webhook,
  Wrench,
  Zap,
  type LucideIcon,
} from 'lucide-react'

/** The icons that document types and kinds name; each is imported by itself, so that the page carries no others. */
const icons: Readonly<Record<string, LucideIcon>> = {
  'book-open': BookOpen,
  brain: Brain,
  database: Database,
  package: Package,
  plug: Plug,
  waypoints: Waypoints,
  webhook: Webhook,
  wrench: Wrench,
  zap: Zap,
}

export function iconNamed(name: string): LucideIcon {
  return icons[name] ?? FileText
}
