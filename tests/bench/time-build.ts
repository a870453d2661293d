import { rmSync } from 'node:fs'
import { build } from '@/scripts/start/build'
import { testSettings } from '@/tests/support/settings'

/** Makes the production build from nothing, as a fresh clone does. @returns seconds. */
export async function timeBuild(): Promise<number> {
  const settings = testSettings('')
  rmSync('.next', { recursive: true, force: true })
  const began = performance.now()
  await build(settings.NEXT_SERVER_ACTIONS_ENCRYPTION_KEY ?? '', { quiet: true })
  return (performance.now() - began) / 1000
}
