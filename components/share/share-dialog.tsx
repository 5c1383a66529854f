'use client'

import { X } from 'lucide-react'
import * as Primitive from 'radix-ui/dialog'
import { useCallback, useEffect, useState } from 'react'
import { Button } from '@/components/ui/button'
import { IconButton } from '@/components/ui/icon-button'
import { InlineMessage } from '@/components/ui/inline-message'
import { Skeleton } from '@/components/ui/skeleton'
import { useFocusBack } from '@/components/ui/use-focus-back'
import { useLater } from '@/components/ui/use-later'
import { LinkList } from './link-list'
import { NewLinkForm } from './new-link-form'
import { PeopleList } from './people-list'
import { loadShared, type Shared } from './share-requests'

/** Who a project is shared with, and by which links. For its owner. */
export default function ShareDialog({
  projectId,
  name,
  onClose,
}: {
  projectId: string
  name: string
  onClose: () => void
}) {
  const focusBack = useFocusBack()
  const [shared, setShared] = useState<Shared>()
  const [problem, setProblem] = useState<string>()
  const load = useCallback(async () => {
    const answer = await loadShared(projectId)
    if (answer.ok) setShared(answer.value)
    setProblem(answer.ok ? undefined : answer.reason)
  }, [projectId])
  useEffect(() => {
    const timer = setTimeout(() => void load())
    return () => clearTimeout(timer)
  }, [load])
  return (
    <Primitive.Root open onOpenChange={(open) => !open && onClose()}>
      <Primitive.Portal>
        <Primitive.Overlay className="fixed inset-0 z-(--z-dialog) bg-scrim" />
        <Primitive.Content
          aria-describedby={undefined}
          onCloseAutoFocus={focusBack}
          className="fixed left-1/2 top-[10%] z-(--z-dialog) flex max-h-[80vh] w-[600px] max-w-[calc(100vw-32px)] -translate-x-1/2 flex-col rounded-layer bg-raised shadow-lift-high outline-none focus-visible:shadow-lift-high max-sm:top-4 max-sm:max-h-[calc(100dvh-32px)]"
        >
          <header className="flex items-center gap-2 border-b border-line py-2 pl-5 pr-2">
            <Primitive.Title className="min-w-0 flex-1 truncate text-15 font-semibold">Share {name}</Primitive.Title>
            <IconButton icon={X} label="Close" className="max-sm:size-11" onClick={onClose} />
          </header>
          <div className="min-h-0 overflow-y-auto px-5 pb-5">
            <NewLinkForm projectId={projectId} onMade={() => void load()} />
            {problem !== undefined && (
              <InlineMessage
                kind="error"
                title="The links are not shown."
                action={
                  <Button size="compact" onClick={() => void load()}>
                    Try again
                  </Button>
                }
              >
                {problem}
              </InlineMessage>
            )}
            {shared ? (
              <>
                <LinkList projectId={projectId} links={shared.links} onChanged={() => void load()} />
                <PeopleList people={shared.people} />
              </>
            ) : (
              problem === undefined && <Waiting />
            )}
          </div>
        </Primitive.Content>
      </Primitive.Portal>
    </Primitive.Root>
  )
}

function Waiting() {
  const later = useLater(true, 300)
  return (
    <div className="grid h-40 content-start gap-4 pt-6" role="status" aria-label="Loading">
      {later && ['w-64', 'w-48', 'w-56'].map((width) => <Skeleton key={width} className={width} />)}
    </div>
  )
}
