/** Makes a guest of a visitor without an account, on the same page. False when the server made none. */
export async function becomeGuest(): Promise<boolean> {
  const { signIn } = await import('next-auth/react')
  const guest = await signIn('guest', { redirect: false })
  return guest?.ok === true
}
