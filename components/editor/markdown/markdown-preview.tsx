'use client'

import { useCallback, useMemo } from 'react'
import Markdown, { type Components } from 'react-markdown'
import remarkGfm from 'remark-gfm'
import { pictureAddress } from '@/components/form/picture-address'
import { bytesOf } from '@/lib/plugin/files'
import { cleanPath } from '@/lib/plugin/schema/file-reference'
import type { EditorState } from '../store/store'
import { useSettled } from '../store/use-settled'
import styles from './markdown.module.css'

const plugins = [remarkGfm]

/** A Markdown file as people read it: pictures come from the plugin's own files, HTML stands as text, nothing is loaded from elsewhere. */
export function MarkdownPreview({ path }: { path: string }) {
  const text = useFile(path)
  // The same parts while it is typed: other ones would draw every picture anew.
  const components = useMemo(() => partsFor(path), [path])
  if (typeof text !== 'string') return null
  return (
    <article aria-label={`${path}, as people read it`} className={styles.text}>
      <Markdown remarkPlugins={plugins} components={components} urlTransform={(url) => url}>
        {text}
      </Markdown>
    </article>
  )
}

/** A file as it is a moment after a keystroke; only its own changes draw anew. */
function useFile(path: string) {
  return useSettled(useCallback((state: EditorState) => state.files.get(path), [path]))
}

function partsFor(path: string): Components {
  const folder = path.slice(0, path.lastIndexOf('/') + 1)
  return {
    // The page has its own first heading.
    h1: ({ children }) => <h3 className={styles.first}>{children}</h3>,
    h2: ({ children }) => <h4 className={styles.second}>{children}</h4>,
    h3: ({ children }) => <h5 className={styles.third}>{children}</h5>,
    a: ({ href, children }) =>
      /^(https?|mailto):/i.test(href ?? '') ? (
        <a href={href} target="_blank" rel="noreferrer noopener">
          {children}
        </a>
      ) : (
        <span title={href}>{children}</span>
      ),
    img: ({ src, alt }) => <Picture path={cleanPath(folder + (typeof src === 'string' ? src : ''))} alt={alt ?? ''} />,
  }
}

function Picture({ path, alt }: { path: string; alt: string }) {
  const content = useFile(path)
  const address = useMemo(() => content !== undefined && pictureAddress(path, bytesOf(content)), [path, content])
  if (!address) return <em>{alt || 'A picture'} (not in the plugin: it is not loaded here)</em>
  // A picture of the plugin itself, made here: next/image has nothing to do.
  // eslint-disable-next-line @next/next/no-img-element
  return <img src={address} alt={alt} />
}
