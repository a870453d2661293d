import type { Context } from '@/app/http/context'
import { form } from '@/app/http/form'
import { href } from '@/components/shell/paths'
import { requirePermission } from '@/server/auth/permit'
import { claimMyPlaces } from '@/server/seminar/registration'

/** Adds the places that her address took without an account to her account. */
export const POST = form({
  permit: ({ caller }: Context) => requirePermission(caller, 'seminar:register', {}),
  act: (permit) => claimMyPlaces(permit),
  done: (_, { locale }) => href(locale, '/learning'),
  back: () => '/learning',
})
