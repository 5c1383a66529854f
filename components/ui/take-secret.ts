/**
 * The secret that a link of ours carries in its fragment. It leaves the address at once, so that it is neither in the history nor copied
 * with it, and stays in this tab for a way over another page and back; `forget` ends that. Empty where there is none.
 */
export function takeSecret(key: string, forget = false): string {
  const given = /^#([\w-]{20,100})$/.exec(window.location.hash)?.[1]
  if (given !== undefined) window.history.replaceState(window.history.state, '', window.location.pathname)
  try {
    if (given !== undefined) sessionStorage.setItem(key, given)
    const kept = sessionStorage.getItem(key) ?? ''
    if (forget) sessionStorage.removeItem(key)
    return kept
  } catch {
    return given ?? ''
  }
}
