import type { Context } from '@/app/http/context'
import { formPage } from '@/app/http/form'
import { SUPPORT_ACTS, SupportActPage } from '@/components/account/account-of-page'
import { ACCOUNTS_PATH } from '@/components/account/accounts-page'
import { href } from '@/components/shell/paths'
import type { StaffDone } from '@/components/ui/staff-page'
import { openAccountOf } from '@/server/account/support/list-accounts'
import { type Permit, requirePermission } from '@/server/auth/permit'
import { staffDocument } from '../../staff-document'
import { readReason } from '../read-reason'

type Act = 'disable' | 'enable' | 'factorOff'
type Needs = {
  disable: 'account:disable'
  enable: 'account:enable'
  factorOff: 'account:second-factor-off'
}
type Spec<A extends Act> = {
  act: A
  needs: Needs[A]
  run: (permit: Permit<Needs[A]>, now: Date, reason: string) => Promise<unknown>
  done: StaffDone
}

/** The page of an act about an account that needs nothing but a reason. */
export function supportForm<A extends Act>({ act: named, needs, run, done }: Spec<A>) {
  const act: Act = named
  return formPage({
    permit: async ({ caller, params }: Context<'account'>) => {
      const opened = await openAccountOf(caller, params.account)
      return { ...opened, mayAct: await requirePermission(caller, needs, opened.target) }
    },
    page: async ({ locale, t }, { account }, state) => {
      const path = `${ACCOUNTS_PATH}/${account.id}/${SUPPORT_ACTS[act]}`
      const about = { act, account, path, state, locale, t }
      return staffDocument(t(`accounts.${act}.title`), <SupportActPage {...about} />)
    },
    read: readReason,
    act: ({ mayAct }, { reason }) => run(mayAct, new Date(), reason),
    done: (_, { locale, params }) => href(locale, `${ACCOUNTS_PATH}/${params.account}?done=${done}`),
    typed: (form) => ({ values: { reason: String(form.get('reason') ?? '') } }),
  })
}
