import type { Context } from '@/app/http/context'
import { formPage, type Refused } from '@/app/http/form'
import { SupportActPage } from '@/components/account/account-of-page'
import { ACCOUNTS_PATH } from '@/components/account/accounts-page'
import { refuseFields, refuseForm } from '@/components/form/refuse-form'
import { href } from '@/components/shell/paths'
import { type ConfirmAgain, confirmAgainSchema } from '@/domain/account/admission'
import { AppError } from '@/domain/errors'
import { fieldProblems } from '@/domain/form/field-problem'
import { textFields } from '@/domain/form/form-fields'
import { sendConfirmationFor } from '@/server/account/support/confirm-again'
import { supportedAt } from '@/server/account/support/supported-account'
import { permitFor, requirePermission } from '@/server/auth/permit'
import { staffDocument } from '../../../staff-document'

const NOBODY = { email: '', accountId: null, platform: [] }

/** Sends the letter that confirms an address again: for a sign-up, or for an account that is not confirmed yet. */
export const { GET, POST } = formPage({
  permit: async ({ caller }: Context) => requirePermission(caller, 'account:confirm-again', NOBODY),
  page: async ({ locale, t, query }, _, state) => {
    const about = { act: 'confirmAgain', account: null, email: query.get('email') ?? '', state, locale, t } as const
    const main = <SupportActPage {...about} path={`${ACCOUNTS_PATH}/confirm`} />
    return staffDocument(t('accounts.confirmAgain.title'), main)
  },
  read: readConfirmAgain,
  act: async ({ actor }, { email, reason }, { t }): Promise<Refused | null> => {
    const permit = permitFor(actor, 'account:confirm-again', await supportedAt(email))
    try {
      await sendConfirmationFor(permit, reason, new Date())
      return null
    } catch (error) {
      if (!(error instanceof AppError && error.code === 'not-found')) throw error
      return { refused: refuseForm(t('accounts.nothingWaits'), { email, reason }) }
    }
  },
  done: (_, { locale }) => href(locale, `${ACCOUNTS_PATH}?done=confirmation-sent`),
  typed: (form) => ({ values: textFields(form, ['email', 'reason']) }),
})

function readConfirmAgain(form: FormData, { t }: Context): ConfirmAgain | Refused {
  const typed = textFields(form, ['email', 'reason'])
  const { data, error } = confirmAgainSchema.safeParse(typed)
  return data ?? { refused: refuseFields(t, fieldProblems(error), typed) }
}
