/**
 * Whoever reads what this process prints may go away: a terminal that closes, a collector of logs that ends. What is printed then is
 * lost, and the process goes on; else each failed line would be a fault that is printed again, without end.
 */
export function outliveReaders() {
  for (const stream of [process.stdout, process.stderr]) stream.on('error', () => {})
}
