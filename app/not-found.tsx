import type { Metadata } from 'next'
import { LeftWorkHere } from '@/components/projects/left-work-here'
import { Message } from '@/components/ui/message'

export const metadata: Metadata = { title: 'Not found' }

export default function NotFound() {
  return (
    <>
      <Message title="Nothing stands at this address">
        Check it for a typing error. A plugin that was deleted, or that nobody shared with you, is also not found here.
      </Message>
      <LeftWorkHere />
    </>
  )
}
