import { buildIfNeeded } from '@/scripts/start/build'
import { testSettings } from './tests/support/settings'

await buildIfNeeded(testSettings('').NEXT_SERVER_ACTIONS_ENCRYPTION_KEY ?? '', { quiet: true })
