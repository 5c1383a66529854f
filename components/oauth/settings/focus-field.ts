/** Brings a field of the form into sight and the focus into it, out of its fold where it is folded away. */
export function focusField(name: string): void {
  const field =
    document.getElementById(name) ??
    document.querySelector<HTMLElement>(`[aria-labelledby="${CSS.escape(name)}-label"] [aria-checked="true"]`)
  if (!field) return
  const fold = field.closest('[hidden]')
  if (fold) document.querySelector<HTMLElement>(`[aria-controls="${CSS.escape(fold.id)}"]`)?.click()
  // Until the fold is open nothing in it takes the focus.
  setTimeout(() => {
    field.scrollIntoView({ block: 'nearest' })
    field.focus()
  })
}
