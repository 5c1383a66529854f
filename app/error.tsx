'use client'

import { Stopped } from '@/components/ui/stopped'

export default function ErrorPage(broken: { error: Error & { digest?: string }; reset: () => void }) {
  return <Stopped title="This page stopped working" {...broken} />
}
