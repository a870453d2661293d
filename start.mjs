// `npm start`: everything from a fresh clone to a site that answers.
import { handOver } from './scripts/hand-over.mjs'

handOver('scripts/start.ts', { onExit: (code) => code })
