export function postgresFolder(): string | undefined
export function startPostgres(binaries: string): Promise<{ url: string; stop: () => void }>
export function freePort(): Promise<number>
