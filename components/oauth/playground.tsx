'use client'

import { QueryClient, QueryClientProvider } from '@tanstack/react-query'
import { useEffect, useState } from 'react'
import type { Person } from '@/components/projects/account-menu'
import type { DeclaredKey } from '@/lib/oauth/dify/stored-credentials'
import type { RedirectTarget } from '@/lib/oauth/redirect-uri'
import type { ReadCode } from '@/lib/plugin/oauth/read-code'
import { beginAsVisitor } from './ask-server'
import { PlaygroundPage } from './playground-page'

export interface PlaygroundProps {
  person?: Person
  /** Of this page, and so of the redirect URIs. */
  origin: string
  practiceIsOn: boolean
  /** The plugin that it is about; absent: the page stands by itself. */
  project?: OAuthProject
}

/** A plugin whose sign-in is tried. */
export interface OAuthProject {
  id: string
  label: string
  /** The ids of who looks at it: steps of undo are theirs. */
  self: readonly string[]
  readOnly: boolean
  targets: readonly OAuthTarget[]
}

/** A provider to which people can sign in: its YAML, and the settings that were found in its code. */
export interface OAuthTarget extends RedirectTarget {
  file: string
  found: ReadCode
  /** Its `oauth_schema.credentials_schema`. */
  schema?: readonly DeclaredKey[]
}

/** The OAuth playground: a client tried step by step, from its settings to its tokens. */
export function Playground(props: PlaygroundProps) {
  const [queries] = useState(() => new QueryClient())
  const isVisitor = props.person === undefined
  useEffect(() => {
    if (isVisitor) beginAsVisitor()
  }, [isVisitor])
  return (
    <QueryClientProvider client={queries}>
      <PlaygroundPage {...props} />
    </QueryClientProvider>
  )
}
