import { existsSync } from 'node:fs'
import { buildAssets } from '@/scripts/build-assets'
import { buildRefusals } from '@/scripts/build-refusals'

/** The pages that the web server refuses with, built if they are not there. */
export async function refusalsForTests(): Promise<void> {
  if (!existsSync('public/assets/manifest.json')) await buildAssets()
  await buildRefusals()
}
