// `npm run bench`, `npm run bench -- --only lesson,exam --json`.
import { handOver } from './hand-over.mjs'

handOver('bench/bench.ts', { onExit: (code) => code })
