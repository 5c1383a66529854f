export function serveControl(data: string, answer: (request: unknown) => unknown): Promise<() => Promise<void>>
export function askControl(data: string, request: unknown): Promise<unknown>
