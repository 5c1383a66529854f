export interface ToastAction {
  label: string
  run: () => void
}

export interface ToastRequest {
  text: string
  action?: ToastAction
}

let taker: ((request: ToastRequest) => void) | undefined
const waiting: ToastRequest[] = []
const listeners = new Set<() => void>()

/** Says what happened elsewhere or can be undone, for 6 s. Never an error: those stand where they belong. */
export function showToast(text: string, action?: ToastAction): void {
  const request = { text, action }
  if (taker) return taker(request)
  waiting.push(request)
  for (const listener of listeners) listener()
}

/** For the layer that draws toasts, which loads with the first one: hands over what waits and what comes. */
export function takeToasts(take: (request: ToastRequest) => void): () => void {
  taker = take
  for (const request of waiting.splice(0)) take(request)
  return () => {
    taker = undefined
  }
}

export function listenForToasts(listener: () => void): () => void {
  listeners.add(listener)
  return () => listeners.delete(listener)
}

export function toastsWait(): boolean {
  return waiting.length > 0
}
