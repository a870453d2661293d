// `npm run lighthouse`: the Lighthouse scores (mobile) of the home page, a lesson and an exam.
import { handOver } from './hand-over.mjs'

handOver('bench/lighthouse.ts', { onExit: (code) => code })
