'use client'

import { useLayoutEffect, useRef, type CSSProperties, type ReactNode } from 'react'
import { classNames } from '@/components/ui/class-names'
import type { Block, DifyView, Source, Text } from '@/lib/plugin/dify-view/picture'
import { FieldPicture, Switch } from './field-picture'
import { IconPicture } from './icon-picture'
import styles from './dify.module.css'

/** One place of Dify's console, drawn. It is a picture: nothing in it can be reached or changed. */
export function Picture({
  view,
  dark,
  lang,
  onCut,
}: {
  view: DifyView
  dark: boolean
  lang: string
  onCut: (cut: readonly Source[]) => void
}) {
  const frame = useRef<HTMLDivElement>(null)
  useLayoutEffect(() => {
    const cut = [...(frame.current?.querySelectorAll<HTMLElement>('[data-source]') ?? [])].filter(
      (element) => element.scrollHeight > element.clientHeight + 1 || element.scrollWidth > element.clientWidth + 1,
    )
    onCut(cut.map((element) => JSON.parse(element.dataset.source ?? '{}')))
  }, [view, dark, onCut])
  return (
    <div
      ref={frame}
      // Not a control of ours: colours are Dify's, and nothing answers.
      role="group"
      aria-disabled
      aria-label={`${view.title} in Dify`}
      lang={lang}
      data-dify={dark ? 'dark' : 'light'}
      className={styles.frame}
      style={{ width: view.width + 34 }}
    >
      <div className={classNames(styles.sheet, view.heading !== undefined && styles.dialog)}>
        {view.heading !== undefined && (
          <div>
            <div className={styles.title}>{view.heading}</div>
            {view.subline !== undefined && <div className={styles.small}>{view.subline}</div>}
          </div>
        )}
        {view.blocks.map((block, index) => (
          <BlockPicture key={index} block={block} />
        ))}
      </div>
    </div>
  )
}

function BlockPicture({ block }: { block: Block }): ReactNode {
  switch (block.kind) {
    case 'card':
      return <Card block={block} />
    case 'heading':
      return <div className={classNames(styles.heading, block.upper && styles.upper)}>{block.text}</div>
    case 'button':
      return <div className={classNames(styles.button, block.primary && styles.primary)}>{block.text}</div>
    case 'or':
      return <div className={styles.or}>or</div>
    case 'box':
      return (
        <div className={styles.box}>
          <div className={styles.row}>
            {block.icon && <IconPicture icon={block.icon} />}
            {block.byline === undefined ? (
              <div className={styles.name}>{block.title.text}</div>
            ) : (
              <div className={styles.small}>{block.byline}</div>
            )}
          </div>
          {block.byline !== undefined && <div className={styles.name}>{block.title.text}</div>}
          {block.description && <Cut text={block.description} lines={2} />}
          {block.groups?.map(({ title, badges }, index) => (
            <div key={index}>
              {title !== undefined && <div className={styles.small}>{title}</div>}
              <Badges of={badges} />
            </div>
          ))}
        </div>
      )
    case 'model':
      return (
        <div className={classNames(styles.model, block.struck && styles.struck)}>
          {block.icon && <IconPicture icon={block.icon} />}
          <Cut text={block.label} lines={1} className={styles.line} />
          <Badges of={block.badges ?? []} />
          <span className="flex-1" />
          {block.on !== undefined && <Switch on={block.on} />}
          {block.chosen && <span className={styles.tick}>✓</span>}
        </div>
      )
    case 'field':
      return <FieldPicture field={block.field} />
    case 'textarea':
      return (
        <div className={styles.field}>
          <div className={styles.label}>{block.label}</div>
          <div className={styles.area}>{block.text.text}</div>
        </div>
      )
    case 'route':
      return (
        <div className={styles.route}>
          <b>{block.method}</b>
          <span>{block.path.text}</span>
        </div>
      )
    case 'setting':
      return (
        <div className={styles.setting}>
          <b>{block.name.text}</b>
          <span>{block.value}</span>
        </div>
      )
    case 'output':
      return (
        <div className={styles.output} style={{ paddingLeft: block.depth * 16 }}>
          <div className={styles.label}>
            <span className={styles.code}>{block.name}</span>
            <span className={styles.word}>{block.type}</span>
          </div>
          {block.description !== undefined && <div className={styles.small}>{block.description}</div>}
        </div>
      )
    case 'actions':
      return (
        <div className={styles.actions}>
          {block.link && <div className={styles.link}>{block.link.text} ↗</div>}
          {block.link && <span className="flex-1" />}
          {block.buttons.map(({ text, primary }) => (
            <div key={text} className={classNames(styles.button, primary && styles.primary)}>
              {text}
            </div>
          ))}
        </div>
      )
    case 'fine':
      return <div className={styles.small}>{block.text}</div>
    case 'link':
      return <div className={styles.link}>{block.text}</div>
    case 'info':
      return (
        <div className={styles.info}>
          <div className={styles.small}>{block.text}</div>
          <div>{block.value}</div>
          <div className={styles.button}>{block.button}</div>
        </div>
      )
  }
}

function Card({ block }: { block: Extract<Block, { kind: 'card' }> }) {
  const { look, icon, label, version, byline, category, description, lines = 1, strip, mark, badges, side } = block
  return (
    <div className={classNames(styles.card, (look === 'header' || look === 'node') && styles.plain)}>
      {look === 'install' && category !== undefined && <div className={styles.corner}>{category}</div>}
      <div className={styles.head}>
        {icon && <IconPicture icon={icon} />}
        <div className="min-w-0 flex-1">
          <div className="flex min-w-0 items-center gap-1.5">
            <Cut text={label} lines={1} className={styles.name} />
            {version !== undefined && <span className={styles.badge}>{version}</span>}
          </div>
          {byline !== undefined && <div className={styles.small}>{byline}</div>}
          {badges && <Badges of={badges} />}
          {look === 'list' && description && <Cut text={description} lines={lines} />}
        </div>
        {side && (
          <div className={styles.side}>
            {side.status !== undefined && (
              <div className={styles.row}>
                {side.ready !== undefined && <span className={styles.ready} />}
                <div className={styles.small}>{side.status}</div>
              </div>
            )}
            <div className={classNames(styles.button, side.primary && styles.primary)}>{side.button}</div>
          </div>
        )}
      </div>
      {look !== 'list' && description && <Cut text={description} lines={lines} />}
      {strip && (
        <div className={styles.strip}>
          {strip.map((text) => (
            <span key={text}>{text}</span>
          ))}
          {mark !== undefined && <span className={styles.mark}>{mark}</span>}
        </div>
      )}
    </div>
  )
}

function Badges({ of: texts }: { of: readonly string[] }) {
  if (texts.length === 0) return null
  return (
    <div className={styles.badges}>
      {texts.map((text, index) => (
        <span key={index} className={styles.badge}>
          {text}
        </span>
      ))}
    </div>
  )
}

/** A text in so many lines; what does not fit is cut as Dify cuts it. */
function Cut({ text, lines, className }: { text: Text; lines: number; className?: string }) {
  const style: CSSProperties = className === undefined ? { WebkitLineClamp: lines } : {}
  return (
    <div
      data-source={JSON.stringify(text.source)}
      className={className ?? classNames(styles.small, styles.clamp)}
      style={style}
    >
      {text.text}
    </div>
  )
}
