'use client'

import { Plus } from 'lucide-react'
import { Button } from '@/components/ui/button'
import { Menu, MenuItem, MenuNote } from '@/components/ui/menu'
import { Tag } from '@/components/ui/tag'
import { Note } from '../note'
import { useDisabled, useSource, useValue } from '../source-context'
import type { WidgetProps } from '../widget-props'

/** Some of the words that Dify knows. */
export function TagsField({ node, path, id, noteId }: WidgetProps) {
  const source = useSource()
  const value = useValue(path)
  const disabled = useDisabled()
  const chosen = Array.isArray(value) ? value.map(String) : []
  const words = node.entry?.words ?? []
  const free = words.filter((word) => !chosen.includes(word))
  const titleOf = (word: string) => node.choices?.[word]?.title ?? word
  return (
    <>
      <div className="flex min-h-7 flex-wrap items-center gap-1.5">
        {chosen.map((word, index) => (
          <Tag
            key={`${word}${index}`}
            onRemove={disabled ? undefined : () => source.remove([...path, index], node.title)}
            removeLabel={`Remove ${titleOf(word)}`}
          >
            {titleOf(word)}
          </Tag>
        ))}
        {!disabled && free.length > 0 && (
          <Menu
            align="start"
            className="max-h-80 overflow-auto"
            trigger={
              <Button
                id={id}
                look="ghost"
                size="compact"
                icon={Plus}
                aria-label={`Add to ${node.title}`}
                aria-describedby={noteId}
              >
                Add
              </Button>
            }
          >
            {free.map((word) => (
              <MenuItem key={word} onSelect={() => source.insert(path, chosen.length, word, node.title)}>
                {titleOf(word)}
              </MenuItem>
            ))}
            <MenuNote>{words.length} words, Dify knows no others</MenuNote>
          </Menu>
        )}
      </div>
      <Note node={node} path={path} noteId={noteId} inside />
    </>
  )
}
