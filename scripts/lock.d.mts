export function socketOf(kind: string, what: string): string
export function takeLock(
  kind: string,
  what: string,
  note?: Record<string, unknown>,
): Promise<{ release?: () => Promise<void>; holder?: { pid?: number } }>
