import type { Context } from '@/app/http/context'
import { form } from '@/app/http/form'
import { href } from '@/components/shell/paths'
import { requirePermission } from '@/server/auth/permit'
import { openRegrade, takeBackRegrade } from '@/server/exam/regrade-proposals'

export const POST = form({
  back: ({ params }) => `/desk/platform/regrades/${params.regrade}`,
  permit: async ({ caller, params }: Context<'regrade'>) => {
    const permit = await requirePermission(caller, 'regrade:propose', {})
    return { permit, ...(await openRegrade(params.regrade)) }
  },
  act: ({ permit, proposal }) => takeBackRegrade(permit, proposal, new Date()),
  done: (_, { locale, params }) => href(locale, `/desk/platform/regrades/${params.regrade}?done=taken-back`),
})
