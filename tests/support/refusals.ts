import { existsSync } from 'node:fs'
import { buildAssets } from '@/scripts/build-assets'
import { buildRefusals } from '@/scripts/build-refusals'

/** The error pages of the web server; builds them if they are missing. */
export async function refusalsForTests(): Promise<void> {
  if (!existsSync('public/assets/manifest.json')) await buildAssets()
  await buildRefusals()
}
