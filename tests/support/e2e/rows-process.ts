// The rooms of server/ need a process that is no browser test: it does what a worker asks for over its channel.
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
