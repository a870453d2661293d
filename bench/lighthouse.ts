import { generateIfNeeded } from '@/scripts/start/client'

// The next import needs the generated database client, which a fresh clone does not have yet.
await generateIfNeeded()
await import('./run-lighthouse')
