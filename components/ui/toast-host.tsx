'use client'

import { Toaster } from 'sonner'

/** Where toasts appear: bottom left, above everything but tooltips. Stands once, in the layout. */
export function ToastHost() {
  return (
    <Toaster
      position="bottom-left"
      offset={16}
      mobileOffset={12}
      duration={6000}
      gap={8}
      style={{ zIndex: 'var(--z-toast)', fontFamily: 'var(--font-sans)' }}
      toastOptions={{ unstyled: true }}
    />
  )
}
