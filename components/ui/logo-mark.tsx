/** The mark: two halves that fit, the live one in the accent. */
export function LogoMark({ size = 18 }: { size?: number }) {
  return (
    <svg viewBox="0 0 20 20" width={size} height={size} aria-hidden className="block shrink-0">
      <path fill="currentColor" d="M2 3.5A1.5 1.5 0 0 1 3.5 2H8v4.5h4.5v7H8V18H3.5A1.5 1.5 0 0 1 2 16.5z" />
      <path fill="var(--accent)" d="M9.5 2h7A1.5 1.5 0 0 1 18 3.5v13a1.5 1.5 0 0 1-1.5 1.5h-7v-3H14V5H9.5z" />
    </svg>
  )
}
