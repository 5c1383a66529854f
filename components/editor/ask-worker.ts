let turns = 0

/** One question to a worker, which answers with the same `turn`; undefined where the worker fails or `ended` comes first. */
export function askWorker<Answer extends { turn: number }>(
  worker: Worker,
  question: object,
  ended?: AbortSignal,
): Promise<Answer | undefined> {
  turns += 1
  const turn = turns
  return new Promise((done) => {
    const over = new AbortController()
    const { signal } = over
    const end = (answer?: Answer) => {
      over.abort()
      done(answer)
    }
    worker.addEventListener('message', ({ data }: MessageEvent<Answer>) => data.turn === turn && end(data), { signal })
    worker.addEventListener('error', () => end(), { signal })
    ended?.addEventListener('abort', () => end(), { signal })
    worker.postMessage({ ...question, turn })
  })
}
