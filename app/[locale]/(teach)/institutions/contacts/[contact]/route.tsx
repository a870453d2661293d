import type { Context } from '@/app/http/context'
import { formPage, type Refused } from '@/app/http/form'
import { DecidePage } from '@/components/contact/decide-page'
import { CONTACTS_PATH } from '@/components/contact/review-list-page'
import { refuseFields } from '@/components/form/refuse-form'
import { href } from '@/components/shell/paths'
import { SOURCE_CHECKS, sourceChecksSchema } from '@/domain/contact/contact'
import { AppError } from '@/domain/errors'
import { fieldProblems } from '@/domain/form/field-problem'
import { textFields } from '@/domain/form/form-fields'
import { permitFor, requirePermission } from '@/server/auth/permit'
import { type ContactDecision, decideContact, openContact } from '@/server/contact/decide-contact'
import { library } from '@/server/content/library'
import { staffDocument } from '../../../staff-document'
import { readReason } from '../../read-reason'

/** One proposed contact: its text, the contact that it replaces, its source, and the decision. */
export const { GET, POST } = formPage({
  permit: async ({ caller, params }: Context<'contact'>) => {
    const review = await requirePermission(caller, 'contact:review', {})
    const opened = await openContact(review, params.contact)
    const { proposedById: proposedBy } = opened.contact
    return { ...opened, permit: permitFor(review.actor, 'contact:decide', { proposedBy }) }
  },
  page: async ({ locale, t }, { contact, before }, state) => {
    const about = { contact, before, regions: library().regions, state, locale, t }
    return staffDocument(t('contacts.decideTitle'), <DecidePage {...about} />)
  },
  read: readAnswer,
  act: ({ permit, contact }, decision) => decideContact(permit, contact, decision, new Date()),
  done: (answer, { locale }) => href(locale, `${CONTACTS_PATH}?done=${answer}`),
})

/** @throws {AppError} invalid-input if the form was not made by this page. */
function readAnswer(form: FormData, context: Context<'contact'>): ContactDecision | Refused {
  const answer = form.get('answer')
  if (answer === 'refuse') {
    const read = readReason(form, context)
    return 'refused' in read ? { refused: { ...read.refused, form: 'refuse' } } : { answer, ...read }
  }
  if (answer !== 'accept') throw new AppError('invalid-input', 'answer to a contact')
  const typed = textFields(form, SOURCE_CHECKS)
  const { error } = sourceChecksSchema.safeParse(typed)
  if (!error) return { answer }
  return { refused: { ...refuseFields(context.t, fieldProblems(error), typed), form: 'accept' } }
}
