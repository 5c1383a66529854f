'use client'

import { Component, useEffect, useState, type ComponentType, type ReactNode } from 'react'
import { Button } from './button'
import { InlineMessage } from './inline-message'

/**
 * A part of a page whose script loads when it is first shown. Where the script does not come, or the part breaks, only its own
 * place says so; the open plugin stays as it is.
 */
export function lazyPart<Props extends object>(what: string, load: () => Promise<ComponentType<Props>>) {
  let loaded: ComponentType<Props> | undefined
  return function LazyPart(props: Props) {
    const [Part, setPart] = useState(() => loaded)
    const [failed, setFailed] = useState(false)

    useEffect(() => {
      if (Part || failed) return
      let left = false
      load().then(
        (component) => {
          loaded = component
          if (!left) setPart(() => component)
        },
        () => !left && setFailed(true),
      )
      return () => {
        left = true
      }
    }, [Part, failed])

    useEffect(() => {
      if (!failed) return
      const again = () => setFailed(false)
      addEventListener('online', again)
      return () => removeEventListener('online', again)
    }, [failed])

    if (failed) return <Missing what={what} onRetry={() => setFailed(false)} />
    if (!Part) return null
    return (
      <LazyBoundary what={what}>
        <Part {...props} />
      </LazyBoundary>
    )
  }
}

class LazyBoundary extends Component<{ what: string; children: ReactNode }, { failed: boolean }> {
  override state = { failed: false }

  static getDerivedStateFromError() {
    return { failed: true }
  }

  override render() {
    if (!this.state.failed) return this.props.children
    return <Missing what={this.props.what} onRetry={() => this.setState({ failed: false })} />
  }
}

function Missing({ what, onRetry }: { what: string; onRetry: () => void }) {
  return (
    <InlineMessage
      kind="error"
      title={`${what} did not load.`}
      action={
        <Button size="compact" onClick={onRetry}>
          Try again
        </Button>
      }
    >
      Check the network; the open plugin is still here.
    </InlineMessage>
  )
}
