// The code of server/ cannot run in the process of a browser test: this process runs the calls that a worker sends over
// its channel.
import { takeSiteSettings } from '../e2e-settings'
import type { Asked } from './rows-client'

takeSiteSettings()
const { rows } = await import('./rows')

process.on('message', async ({ id, name, args }: Asked) => {
  try {
    const work = rows[name] as (...given: unknown[]) => Promise<unknown>
    process.send?.({ id, value: await work(...args) })
  } catch (error) {
    process.send?.({ id, error: error instanceof Error ? (error.stack ?? error.message) : String(error) })
  }
})
process.on('disconnect', () => process.exit())
