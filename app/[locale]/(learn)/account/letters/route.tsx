import type { Context } from '@/app/http/context'
import type { DocumentPage } from '@/app/http/document-page'
import { formPage, type Refused } from '@/app/http/form'
import { LettersPage } from '@/components/account/letters-page'
import { type FormState, UNTOUCHED } from '@/components/form/form-state'
import { finished, refuseFields } from '@/components/form/refuse-form'
import { href } from '@/components/shell/paths'
import type { LetterChoices } from '@/domain/account/letter-budget'
import { letterChoicesSchema, readLetterChoices } from '@/domain/account/letter-choices-form'
import { dayOf } from '@/domain/cohort/day'
import { fieldProblems } from '@/domain/form/field-problem'
import { chooseLetters } from '@/server/account/letters/choose-letters'
import { myLetters } from '@/server/account/letters/my-letters'
import { hasStaffRole } from '@/server/auth/caller'
import { permitToChangeAccount, permitToReadAccount } from '@/server/auth/permit'

const PATH = '/account/letters'

/** Her letters: what she gets, what she has chosen, and the last ones. */
export const { GET, POST } = formPage({
  permit: ({ caller }: Context) => permitToChangeAccount(caller),
  page: (context, _, state) => lettersPage(context, state),
  typed: (form) => ({ values: readLetterChoices(form) }),
  read: (form, { t }): LetterChoices | Refused => {
    const typed = readLetterChoices(form)
    const { data, error } = letterChoicesSchema(dayOf(new Date())).safeParse(typed)
    return data ?? { refused: refuseFields(t, fieldProblems(error), typed) }
  },
  act: (permit, choices) => chooseLetters(permit, choices, new Date()),
  done: (_, { locale }) => `${href(locale, PATH)}?done=saved#choose`,
})

async function lettersPage({ locale, t, query, caller }: Context, state: FormState): Promise<DocumentPage> {
  const [letters, staff] = await Promise.all([
    myLetters(await permitToReadAccount(caller), new Date()),
    hasStaffRole(caller),
  ])
  const saved = state === UNTOUCHED && query.get('done') === 'saved'
  const shown = saved ? finished(t('letters.saved')) : state
  const main = <LettersPage {...letters} state={shown} locale={locale} t={t} />
  return { title: t('letters.title'), main, styles: ['staff.css'], staff, index: false }
}
