import type { FormEvent } from 'react'

/** The texts of a form that is sent, by the names of its fields; the browser does not send it itself. */
export function formTexts(event: FormEvent<HTMLFormElement>): (name: string) => string {
  event.preventDefault()
  const form = new FormData(event.currentTarget)
  return (name) => {
    const value = form.get(name)
    return typeof value === 'string' ? value : ''
  }
}
