import type { Context } from '@/app/http/context'
import { form } from '@/app/http/form'
import { href } from '@/components/shell/paths'
import { textFields } from '@/domain/form/form-fields'
import { requirePermission } from '@/server/auth/permit'
import { takeBack } from '@/server/cohort/entry/take-back'

/** Withdraws her request to join. */
export const POST = form({
  back: () => '/learning',
  permit: ({ caller }: Context) => requirePermission(caller, 'cohort:join', {}),
  read: (sent) => textFields(sent, ['request']).request,
  act: (permit, request) => takeBack(permit, request, new Date()),
  done: (_, { locale }) => `${href(locale, '/learning')}#requests`,
})
