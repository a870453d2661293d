import type { Context } from '@/app/http/context'
import { form } from '@/app/http/form'
import { href } from '@/components/shell/paths'
import { textFields } from '@/domain/form/form-fields'
import { requirePermission } from '@/server/auth/permit'
import { withdrawRequest } from '@/server/cohort/entry/withdraw-request'

/** Withdraws her request to join. */
export const POST = form({
  back: () => '/learning',
  permit: ({ caller }: Context) => requirePermission(caller, 'cohort:join', {}),
  read: (sent) => textFields(sent, ['request']).request,
  act: (permit, request) => withdrawRequest(permit, request, new Date()),
  done: (_, { locale }) => `${href(locale, '/learning')}#requests`,
})
