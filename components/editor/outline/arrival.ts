let expected: string | undefined

/** A page was left for this editor by its own button: the editor then takes the focus that went with the page. */
export function expectArrival(pathname: string): void {
  expected = pathname
}

/** Whether this is the address that was gone to; once. */
export function takeArrival(pathname: string): boolean {
  const arrived = expected === pathname
  expected = undefined
  return arrived
}
