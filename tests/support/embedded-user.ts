// A program that uses the embedded database of the folder in its first argument until its input ends.
import { once } from 'node:events'
import { leaveEmbedded, startEmbedded } from '@/server/embedded/postgres'

const dataDir = process.argv[2] ?? ''
console.log(await startEmbedded({ dataDir, throwaway: true }))
await once(process.stdin.resume(), 'end')
await leaveEmbedded(dataDir)
