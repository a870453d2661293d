import type { Context } from '@/app/http/context'
import { form } from '@/app/http/form'
import { href } from '@/components/shell/paths'
import { requirePermission } from '@/server/auth/permit'
import { retryMails } from '@/server/desk/run-platform'

/** Puts the letters that failed for good back into the queue. */
export const POST = form({
  back: () => '/desk/platform',
  permit: ({ caller }: Context) => requirePermission(caller, 'platform:run', {}),
  act: (permit) => retryMails(permit, new Date()),
  done: (_, { locale }) => href(locale, '/desk/platform?done=again'),
})
