'use client'

import { ChevronRight, Link2 } from 'lucide-react'
import { useState, type FormEvent } from 'react'
import { Button } from '@/components/ui/button'
import { classNames } from '@/components/ui/class-names'
import { FieldRow } from '@/components/ui/field-row'
import { Icon } from '@/components/ui/icon'
import { InlineMessage } from '@/components/ui/inline-message'
import { Input } from '@/components/ui/input'
import { Segments } from '@/components/ui/segments'
import { Switch } from '@/components/ui/switch'
import { MadeLink } from './made-link'
import { roleWords } from './role-words'
import { makeLink, type Role } from './share-requests'

const roles = (['view', 'comment', 'edit'] as const).map((value) => ({ value, label: roleWords[value] }))
const isRole = (value: string): value is Role => roles.some((role) => role.value === value)
const ends = [
  { value: '', label: 'Never' },
  { value: '1', label: '1 day' },
  { value: '7', label: '7 days' },
  { value: '30', label: '30 days' },
]

interface Draft {
  role: Role
  label: string
  days: string
  password: string
  maxUses: string
  download: boolean
}

const untouched: Draft = { role: 'view', label: '', days: '', password: '', maxUses: '', download: true }

/** A new link in one click; what most links do not need is folded away. */
export function NewLinkForm({ projectId, onMade }: { projectId: string; onMade: () => void }) {
  const [draft, setDraft] = useState(untouched)
  const [open, setOpen] = useState(false)
  const [busy, setBusy] = useState(false)
  const [problem, setProblem] = useState<string>()
  const [token, setToken] = useState<string>()
  const change = (part: Partial<Draft>) => setDraft((before) => ({ ...before, ...part }))
  const { role, label, days, password, maxUses, download } = draft

  async function make(event: FormEvent) {
    event.preventDefault()
    setBusy(true)
    const answer = await makeLink(projectId, {
      role,
      label,
      download,
      days: days === '' ? undefined : Number(days),
      password: password === '' ? undefined : password,
      maxUses: maxUses === '' ? undefined : Number(maxUses),
    })
    setBusy(false)
    setProblem(answer.ok ? undefined : answer.reason)
    if (!answer.ok) return
    setToken(answer.value.token)
    setDraft(untouched)
    setOpen(false)
    onMade()
  }

  return (
    <form onSubmit={(event) => void make(event)} aria-label="New link" className="grid gap-3 pb-5 pt-4">
      <div className="flex flex-wrap items-center gap-2">
        <span id="share-role" className="text-ink-2">
          Whoever has the link may
        </span>
        <Segments
          aria-labelledby="share-role"
          choices={roles}
          value={role}
          onValueChange={(value) => isRole(value) && change({ role: value })}
        />
        <span className="flex-1" />
        <Button type="submit" look="primary" icon={Link2} busy={busy && 'Making'} className="max-sm:h-10">
          Make link
        </Button>
      </div>
      <button
        type="button"
        aria-expanded={open}
        onClick={() => setOpen(!open)}
        className="quick flex items-center gap-1 justify-self-start rounded-control py-1 pr-2 text-ink-2 hover:text-ink"
      >
        <Icon of={ChevronRight} size={14} className={classNames('quick', open && 'rotate-90')} />
        Expiry, password, uses, download
      </button>
      {open && (
        <div className="grid gap-3 border-l-2 border-line pl-4">
          <FieldRow label={<span id="share-ends">Ends after</span>}>
            <Segments
              aria-labelledby="share-ends"
              choices={ends}
              value={days}
              onValueChange={(value) => change({ days: value })}
            />
          </FieldRow>
          <FieldRow label="Password" htmlFor="share-password">
            <Input
              id="share-password"
              type="password"
              autoComplete="new-password"
              placeholder="None"
              value={password}
              onChange={(event) => change({ password: event.target.value })}
            />
          </FieldRow>
          <FieldRow label="Uses" htmlFor="share-uses">
            <Input
              id="share-uses"
              inputMode="numeric"
              pattern="[1-9][0-9]*"
              title="A number from 1"
              placeholder="Any number of people"
              value={maxUses}
              onChange={(event) => change({ maxUses: event.target.value })}
            />
          </FieldRow>
          <FieldRow label="Download" htmlFor="share-download">
            <span className="flex h-7 items-center gap-2">
              <Switch
                id="share-download"
                checked={download}
                onCheckedChange={(checked) => change({ download: checked })}
              />
              <span className="text-ink-2">{download ? 'Package and copies allowed' : 'Look only'}</span>
            </span>
          </FieldRow>
          <FieldRow label="Called" htmlFor="share-label">
            <Input
              id="share-label"
              maxLength={100}
              placeholder="For you to tell links apart"
              value={label}
              onChange={(event) => change({ label: event.target.value })}
            />
          </FieldRow>
        </div>
      )}
      {problem !== undefined && (
        <InlineMessage kind="error" title="No link was made.">
          {problem}
        </InlineMessage>
      )}
      {token !== undefined && <MadeLink key={token} token={token} />}
    </form>
  )
}
