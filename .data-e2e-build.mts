import { buildIfNeeded } from '@/scripts/start/build'
import { testSettings } from './tests/support/settings'
void testSettings
await buildIfNeeded({ quiet: true })
