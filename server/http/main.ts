// The program of the web server, built by scripts/build-programs.ts. scripts/start/serve.ts sets its environment.
import 'server-only'
import cluster from 'node:cluster'
import { keepWorkers, readWorkers } from './workers'

async function main(): Promise<void> {
  const { PORT, HOST, NODE_ENV, WORKERS, TRUSTED_PROXIES } = process.env
  if (!PORT || !HOST) throw new Error('PORT and HOST are handed over by what starts this: use `npm start`.')
  const workers = readWorkers(WORKERS)
  if (workers > 1 && cluster.isPrimary) return keepWorkers(workers)
  // Imported late: the primary process of several workers does not need Next.
  const { serve } = await import('./serve')
  const trustedProxies = Number(TRUSTED_PROXIES) || 0
  await serve({ port: Number(PORT), host: HOST, dev: NODE_ENV === 'development', workers, trustedProxies })
}

main().catch((error: unknown) => {
  console.error(error)
  process.exit(1)
})
