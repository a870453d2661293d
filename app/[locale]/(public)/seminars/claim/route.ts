import type { Context } from '@/app/http/context'
import { form } from '@/app/http/form'
import { href } from '@/components/shell/paths'
import { requirePermission } from '@/server/auth/permit'
import { claimMyPlaces } from '@/server/seminar/registration'

/** Moves to her account the places that she took as a guest, with the same e-mail address. */
export const POST = form({
  permit: ({ caller }: Context) => requirePermission(caller, 'seminar:register', {}),
  act: (permit) => claimMyPlaces(permit),
  done: (_, { locale }) => href(locale, '/learning'),
  back: () => '/learning',
})
