import { generateIfNeeded } from '@/scripts/start/client'

// What follows imports the database client, which a fresh clone does not hold yet.
await generateIfNeeded()
await import('./run-bench')
