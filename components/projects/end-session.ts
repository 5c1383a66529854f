/** Signs out in this browser and goes Home. */
export async function endSession(): Promise<void> {
  const { signOut } = await import('next-auth/react')
  await signOut({ redirect: false })
  // A full load, so that nothing of the person stays in memory.
  // eslint-disable-next-line @next/next/no-location-assign-relative-destination
  window.location.assign('/')
}
