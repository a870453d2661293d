import type { Context } from '@/app/http/context'
import type { DocumentPage } from '@/app/http/document-page'
import { formPage, type Refused } from '@/app/http/form'
import { LettersPage } from '@/components/account/letters-page'
import { type FormState, UNTOUCHED } from '@/components/form/form-state'
import { finished, refuseFields } from '@/components/form/refuse-form'
import { href } from '@/components/shell/paths'
import { fieldProblems } from '@/domain/form/field-problem'
import type { LetterChoices, WorkChoices } from '@/domain/letter/letter-budget'
import {
  letterChoicesSchema,
  readLetterChoices,
  readWorkChoices,
  workChoicesSchema,
} from '@/domain/letter/letter-choices-form'
import { dayOf } from '@/domain/time/day'
import { chooseLetters, chooseWorkLetters } from '@/server/account/letters/choose-letters'
import { myLetters, myWorkLetters } from '@/server/account/letters/my-letters'
import { deskOf } from '@/server/auth/caller'
import { permitToChangeAccount, permitToReadAccount } from '@/server/auth/permit'

const PATH = '/account/letters'
type Chosen = { choices: LetterChoices; work: WorkChoices | null }

/** Her letters: which kinds she gets, what she has chosen about them, and the most recent ones. */
export const { GET, POST } = formPage({
  permit: ({ caller }: Context) => permitToChangeAccount(caller),
  page: (context, _, state) => lettersPage(context, state),
  typed: (form) => ({ values: { ...readLetterChoices(form), ...readWorkChoices(form) } }),
  read: (form, { t }): Chosen | Refused => {
    const typed = { ...readLetterChoices(form), ...readWorkChoices(form) }
    // Only the form for staff contains the fields about letters on their work.
    const work = form.has('workDigest') ? workChoicesSchema.safeParse(typed) : null
    const { data: choices, error } = letterChoicesSchema(dayOf(new Date())).safeParse(typed)
    if (!choices) return { refused: refuseFields(t, fieldProblems(error), typed) }
    if (work?.error) return { refused: refuseFields(t, fieldProblems(work.error), typed) }
    return { choices, work: work?.data ? { digest: work.data.workDigest, atOnce: work.data.workAtOnce } : null }
  },
  act: async (permit, { choices, work }) => {
    await chooseLetters(permit, choices, new Date())
    if (work) await chooseWorkLetters(permit, work, new Date())
  },
  done: (_, { locale }) => `${href(locale, PATH)}?done=saved#choose`,
})

async function lettersPage({ locale, t, query, caller }: Context, state: FormState): Promise<DocumentPage> {
  const permit = await permitToReadAccount(caller)
  const [letters, work, desk] = await Promise.all([
    myLetters(permit, new Date()),
    myWorkLetters(permit),
    deskOf(caller),
  ])
  const saved = state === UNTOUCHED && query.get('done') === 'saved'
  const shown = saved ? finished(t('letters.saved')) : state
  const main = <LettersPage {...letters} work={desk.staff ? work : null} state={shown} locale={locale} t={t} />
  return { title: t('letters.title'), main, styles: ['staff.css'], ...desk, index: false }
}
