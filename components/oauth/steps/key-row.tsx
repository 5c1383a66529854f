import { Lock, OctagonX, TriangleAlert, type LucideIcon } from 'lucide-react'
import { Button } from '@/components/ui/button'
import { classNames } from '@/components/ui/class-names'
import { Icon } from '@/components/ui/icon'
import { difyRules } from '@/lib/oauth/dify/dify-rules'
import type { StoredKey } from '@/lib/oauth/dify/stored-credentials'
import type { StoredFor } from './stored-section'

export const columns = 'gap-x-4 px-4 @2xl:grid-cols-[160px_minmax(0,1fr)_120px_minmax(0,1.4fr)]'
export const rowStyle = classNames(columns, 'grid items-baseline gap-y-0.5 border-t border-line py-1.5')

const looks: Readonly<Record<StoredKey['stored'], { icon?: LucideIcon; color: string }>> = {
  encrypted: { icon: Lock, color: 'text-ink-2' },
  clear: { icon: TriangleAlert, color: 'text-publish' },
  fails: { icon: OctagonX, color: 'text-error' },
  missing: { icon: TriangleAlert, color: 'text-publish' },
  'not-a-credential': { color: 'text-ink-2' },
}

/** A key of the token: what Dify would make of it, and the way to declare it. */
export function KeyRow({
  of: { name, value, declaredAs, stored, secret, text },
  plugin,
}: {
  of: StoredKey
  plugin?: StoredFor
}) {
  const asDeclared = stored === 'clear' && declaredAs !== undefined && !secret
  const canBeDeclared =
    stored === 'clear' &&
    declaredAs === undefined &&
    !(name === 'refresh_token' && plugin && difyRules[plugin.kind].corruptsDeclaredSecrets)
  const declaring = plugin?.declaring?.name === name ? plugin.declaring : undefined
  const { icon, color } = asDeclared ? { color: 'text-ink-2' } : looks[stored]
  return (
    <li className={rowStyle}>
      <code className="code-12 [overflow-wrap:anywhere]">{name}</code>
      <code className="code-12 text-ink-3 [overflow-wrap:anywhere]">{valueText(value)}</code>
      <span className="text-ink-2">{declaredAs ? <code>{declaredAs}</code> : 'Not declared'}</span>
      <span className={classNames('flex items-start gap-1.5', color)}>
        {icon && <Icon of={icon} size={14} className="mt-[3px]" />}
        <span className="min-w-0 flex-1">
          {text}
          {declaring?.trouble && <span className="block text-error">{declaring.trouble}</span>}
        </span>
        {plugin?.declare && canBeDeclared && (
          <Button
            size="compact"
            aria-label={`Declare it: ${name}`}
            busy={declaring && !declaring.trouble && 'Declaring'}
            onClick={() => plugin.declare?.(name)}
          >
            Declare it
          </Button>
        )}
      </span>
    </li>
  )
}

/** A value on one line, however long it is. */
export function valueText(value: unknown): string {
  if (value === undefined || value === null) return '-'
  const text = typeof value === 'string' ? value : JSON.stringify(value)
  return text.length > 80 ? `${text.slice(0, 80)}…` : text
}
