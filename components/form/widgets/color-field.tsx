'use client'

import { useEffect, useState } from 'react'
import { Input } from '@/components/ui/input'
import { contrastOf, contrastWords, pictureContrast, readColor, wanted, type Color } from '@/lib/plugin/schema/contrast'
import { valueAt } from '@/lib/plugin/schema/file-reference'
import { Note, useInvalid } from '../note'
import { pictureAddress } from '../picture-address'
import { useDisabled, useReading } from '../source-context'
import { textCodec, useDraft } from '../use-draft'
import type { WidgetProps } from '../widget-props'

const themes = [
  { key: 'light', title: 'Light' },
  { key: 'dark', title: 'Dark' },
] as const

/** A colour, typed or chosen, and in words how well what stands on it can be seen in each theme. */
export function ColorField({ node, path, id, labelId, noteId, ready }: WidgetProps) {
  const { attach, ...draft } = useDraft(path, textCodec, { label: node.title, optional: !node.required })
  const disabled = useDisabled()
  const invalid = useInvalid(path, draft.problem)
  const color = readColor(draft.text)
  return (
    <>
      <div className="flex items-center gap-2">
        <input
          type="color"
          aria-label={`Choose: ${node.title}`}
          value={color ? hex(color) : '#ffffff'}
          disabled={disabled}
          onChange={(event) => draft.change(event.target.value.toUpperCase())}
          className="h-7 w-9 shrink-0 rounded-control border border-control bg-surface p-0.5 disabled:opacity-60 max-sm:h-10"
        />
        <Input
          id={id}
          ref={attach}
          mono
          value={draft.text}
          onChange={(event) => draft.change(event.target.value)}
          onBlur={draft.leave}
          placeholder={node.example ? `For example ${node.example}` : undefined}
          spellCheck={false}
          autoComplete="off"
          disabled={disabled}
          aria-invalid={invalid || undefined}
          aria-describedby={`${labelId}c ${noteId}`}
          data-ready-control={ready || undefined}
        />
      </div>
      <ul id={`${labelId}c`} className="grid gap-1 pt-1.5 empty:hidden">
        {draft.text !== '' && !color && (
          <li className="text-12 text-advice">
            Write # and six digits: the contrast of <code>{draft.text}</code> cannot be told.
          </li>
        )}
        {color &&
          node.ground &&
          themes.map(({ key, title }) => <ThemeLine key={key} node={node} ground={color} theme={key} title={title} />)}
      </ul>
      <Note node={node} path={path} noteId={noteId} problem={draft.problem} />
    </>
  )
}

/** A swatch with the label as it would stand there, and the ratios beside it. */
function ThemeLine({
  node,
  ground,
  theme,
  title,
}: Pick<WidgetProps, 'node'> & { ground: Color; theme: 'light' | 'dark'; title: string }) {
  const text = node.ground?.text[theme] ?? ''
  const ink = readColor(text)
  const icon = useIconContrast(node.ground?.icons[theme] ?? [], ground)
  return (
    <li className="flex items-center gap-2 text-12 text-ink-2">
      <span
        aria-hidden
        className="grid h-5 w-9 shrink-0 place-items-center rounded-tag border border-line-strong text-12 font-semibold"
        style={{ background: hex(ground), color: text }}
      >
        Aa
      </span>
      <span>
        {title}: label {ink && contrastWords(contrastOf(ink, ground), wanted.text)}
        {icon !== undefined && `; icon ${contrastWords(icon, wanted.icon)}`}
      </span>
    </li>
  )
}

/** The contrast of the first icon that is named and there; undefined until its picture is read. */
function useIconContrast(places: readonly string[], ground: Color): number | undefined {
  const picture = useReading((source) => {
    const name = places
      .map((place) => valueAt(source.value(), place.split('.')))
      .find((each): each is string => typeof each === 'string' && each !== '')
    const path = `_assets/${name}`
    return name !== undefined && source.paths().includes(path) ? path : undefined
  })
  const bytes = useReading((source) => (picture === undefined ? undefined : source.picture(picture)))
  const [pixels, setPixels] = useState<ArrayLike<number>>()
  useEffect(() => {
    if (picture === undefined || bytes === undefined) return
    let left = false
    void pixelsOf(pictureAddress(picture, bytes)).then((read) => !left && setPixels(read))
    return () => {
      left = true
    }
  }, [picture, bytes])
  return picture !== undefined && pixels ? pictureContrast(pixels, ground) : undefined
}

const side = 32

/** A picture as small as the console draws it; nothing where it is none. */
async function pixelsOf(address: string): Promise<ArrayLike<number>> {
  const image = new Image(side, side)
  image.src = address
  try {
    await image.decode()
    const canvas = document.createElement('canvas')
    canvas.width = canvas.height = side
    const context = canvas.getContext('2d')
    context?.drawImage(image, 0, 0, side, side)
    return context?.getImageData(0, 0, side, side).data ?? []
  } catch {
    return []
  }
}

function hex(color: Color): string {
  return `#${color.map((value) => value.toString(16).padStart(2, '0')).join('')}`
}
