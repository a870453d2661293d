// Started by server/http/workers.test.ts: several processes that report their ids, or none that can start.
import cluster from 'node:cluster'
import { createServer } from 'node:http'
import { keepWorkers } from '@/server/http/workers'

const [port = '0', broken] = process.argv.slice(2)

if (cluster.isPrimary) keepWorkers(2)
else if (broken) throw new Error('cannot start')
else {
  const server = createServer((_, response) => response.setHeader('Connection', 'close').end(String(process.pid)))
  server.listen(Number(port), '127.0.0.1')
  process.on('SIGTERM', () => server.close(() => process.exit(0)))
}
