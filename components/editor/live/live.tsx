'use client'

import { useEffect, useMemo, useState } from 'react'
import { lazyPart } from '@/components/ui/lazy-part'
import { useEditor, useStore } from '../store/use-editor'
import { AccessLost, type Lost } from './access-lost'
import { flashChanges } from './flash-changes'
import type { Person, Role } from './messages'
import { PeopleList } from './people-list'
import { startLive } from './start-live'

const LeftWork = lazyPart('Unsaved work', () => import('../save/left-work').then((module) => module.LeftWork))

const mayEdit = (role: Role) => role === 'edit' || role === 'own'

/** Others in the open plugin: their work, where they are, and whether one is still welcome oneself. */
export function Live({ projectId, saveNow }: { projectId: string; saveNow: () => void }) {
  const store = useStore()
  const [people, setPeople] = useState<readonly Person[]>([])
  const [you, setYou] = useState<string>()
  const [lost, setLost] = useState<Lost>()
  const readOnly = useEditor((state) => state.readOnly)
  const self = useEditor((state) => state.self)

  useEffect(() => {
    // Without rights at first, nothing that saves was begun.
    const looks = store.get().readOnly
    let signedOut = false
    return startLive(store, projectId, {
      onPeople: (next) => setPeople((known) => (JSON.stringify(known) === JSON.stringify(next) ? known : next)),
      onYou: setYou,
      onChange: (before, after) => flashChanges(before, after, store.get().place.file),
      onAccess(access) {
        if (access === 'signed-out') {
          signedOut = true
          return setLost(access)
        }
        const may = access !== 'gone' && mayEdit(access)
        const was = store.get()
        if (was.readOnly === may && !(looks && may)) store.note({ readOnly: !may })
        // What the server refused meanwhile, it takes now.
        if ((was.readOnly || signedOut) && may && !looks && was.files !== was.saved.files) saveNow()
        signedOut = false
        if (access === 'gone') setLost(access)
        else setLost(may === !looks ? undefined : may ? 'may-edit' : 'looks-only')
      },
    })
  }, [store, projectId, saveNow])

  const others = useMemo(() => (you === undefined ? [] : people.filter(({ userId }) => userId !== you)), [people, you])
  const accompanied = people.some(({ userId, tabs }) => userId !== you || tabs > 1)
  useEffect(() => store.note({ accompanied }), [store, accompanied])

  return (
    <>
      {lost !== 'gone' && <PeopleList people={others} />}
      {lost && <AccessLost lost={lost} />}
      {!readOnly && !lost && (
        <LeftWork projectId={projectId} othersThan={self} why="Somebody else who used this browser left it." />
      )}
      {readOnly && lost !== 'may-edit' && (
        <LeftWork projectId={projectId} why="You can look at this plugin, not change it: take the files along." />
      )}
    </>
  )
}
