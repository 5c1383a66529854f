import Link from 'next/link'
import { Plus } from 'lucide-react'
import { useId } from 'react'
import { Icon } from '@/components/ui/icon'
import { Menu, MenuLink, MenuNote, MenuOffer, MenuSeparator } from '@/components/ui/menu'
import { NamedIcon } from '@/components/ui/named-icon'
import { lackingKinds, type LackingKind } from '@/lib/plugin/edit/kinds'
import type { Files } from '@/lib/plugin/files'
import { useEditor } from '../store/use-editor'
import type { OutlineActions } from './use-actions'

/** What else the plugin can give Dify, below its outline: each kind in one sentence, and why those that cannot be added cannot. */
export function AddKind({
  files,
  actions,
  onAdded,
}: {
  files: Files
  actions: OutlineActions
  /** Is told what `addKind` answers. */
  onAdded: (refusal: string | undefined) => void
}) {
  const note = useId()
  const readOnly = useEditor((state) => state.readOnly)
  const lacking = lackingKinds(files)
  if (readOnly || lacking.length === 0) return null
  const reasons = [...new Set(lacking.flatMap(({ refusal }) => refusal ?? []))]
  const refused = lacking.filter(({ refusal }) => refusal !== undefined)
  const [only] = reasons
  const reason = reasons.length === 1 ? only : 'These stand alone: Dify refuses anything beside them.'
  const offer = (kind: LackingKind, why?: string) => (
    <MenuOffer
      key={kind.id}
      icon={<NamedIcon name={kind.icon} />}
      title={kind.title}
      about={kind.summary}
      why={why}
      onSelect={() => void actions.addKind(kind.id).then(onAdded)}
    />
  )
  return (
    <Menu
      align="start"
      className="w-[304px] max-w-[calc(100vw-16px)]"
      trigger={
        <button
          type="button"
          className="quick mb-1.5 flex h-7 w-full select-none items-center gap-2 pl-3.5 pr-2 text-ink-3 hover:bg-hover hover:text-ink focus-visible:shadow-[inset_0_0_0_2px_var(--accent)] data-[state=open]:bg-hover data-[state=open]:text-ink max-md:h-11"
        >
          <Icon of={Plus} />
          Add to this plugin
        </button>
      }
    >
      {lacking.filter(({ refusal }) => refusal === undefined).map((kind) => offer(kind))}
      {refused.length > 0 && (
        <>
          {refused.length < lacking.length && <MenuSeparator />}
          <MenuNote id={note}>{reason}</MenuNote>
          {refused.map((kind) => offer(kind, note))}
          <MenuSeparator />
          <MenuLink>
            <Link href="/new">New plugin</Link>
          </MenuLink>
        </>
      )}
    </Menu>
  )
}
