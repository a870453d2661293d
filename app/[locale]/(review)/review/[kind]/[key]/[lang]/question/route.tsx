import type { DocumentPage } from '@/app/http/document-page'
import { formPage, type Refused } from '@/app/http/form'
import { blockPlaces, questionFields } from '@/components/editorial/new/new-fields'
import { type CheckedFiles, NewTextPage } from '@/components/editorial/new/new-text-page'
import { type FormState, UNTOUCHED } from '@/components/form/form-state'
import { href } from '@/components/shell/paths'
import {
  checkedQuestionSchema,
  type NewQuestion,
  newQuestionSchema,
  readNewQuestion,
} from '@/domain/editorial/new-text-forms'
import { AppError } from '@/domain/errors'
import { fieldProblems } from '@/domain/form/field-problem'
import { newDraft } from '@/server/editorial/comments'
import { bankPaths, planQuestion, proposeNew } from '@/server/editorial/new/propose-new'
import { openTextToPropose } from '@/server/editorial/open-text'
import type { PresentText } from '@/server/editorial/present-text'
import { orNullIfHeavy } from '../../../../heavy-text'
import { checkedPlan, refusedNew, refusedPlan } from '../../../../new/new-form'
import { pathOf, type ReviewContext, reviewStyles } from '../review-head'

type Granted = Awaited<ReturnType<typeof openTextToPropose>>
type Typed = Record<string, string>
type Sent = { act: 'check'; typed: Typed } | { act: 'save'; typed: Typed; written: NewQuestion }

/** A new question of a lesson's practice or of a bank, with its place in the text. */
export const { GET, POST } = formPage({
  permit: async ({ caller, params }: ReviewContext): Promise<Granted> => {
    const granted = await openTextToPropose(caller, params)
    const { key } = granted.opened.text
    if (key.kind !== 'lesson' && key.kind !== 'bank') throw new AppError('not-found', 'text without questions')
    return granted
  },
  page: async (context, granted, form) =>
    questionPage(context, granted, form, await orNullIfHeavy(checkedIn(granted, form.values, context))),
  read: (form, { t }): Sent | Refused => {
    const fields = readNewQuestion(form)
    const typed = { ...fields, correct: fields.correct.join(' ') }
    if (form.get('save') !== 'yes') {
      const { error } = checkedQuestionSchema.safeParse(fields)
      return error ? refusedNew(typed, fieldProblems(error), t) : { act: 'check', typed }
    }
    const { data, error } = newQuestionSchema.safeParse(fields)
    return data ? { act: 'save', typed, written: data } : refusedNew(typed, fieldProblems(error), t)
  },
  act: async (granted, sent, context): Promise<{ page: DocumentPage | null } | Refused> => {
    const { typed } = sent
    if (sent.act === 'check') {
      const checked = await checkedIn(granted, typed, context)
      return { page: await questionPage(context, granted, { ...UNTOUCHED, values: typed }, checked) }
    }
    const plan = planQuestion(granted.opened.text, sent.written)
    if (plan.status !== 'planned') return refusedPlan(plan.status, typed, context.t)
    const outcome = await proposeNew(granted.permit, plan.planned, sent.written, new Date())
    return outcome === 'stored' ? { page: null } : refusedPlan(outcome, typed, context.t)
  },
  done: ({ page }, { locale }, { opened }) => page ?? `${href(locale, pathOf(opened))}?view=history&done=proposed`,
  typed: (form) => {
    const fields = readNewQuestion(form)
    return { values: { ...fields, correct: fields.correct.join(' ') } }
  },
})

async function questionPage(
  { locale, t }: ReviewContext,
  { opened }: Granted,
  form: FormState,
  checked: CheckedFiles | null,
): Promise<DocumentPage> {
  const { text, language } = opened
  const { course } = text.source
  if (!course) throw new AppError('not-found', 'course')
  const lessonId = text.key.kind === 'lesson' ? (text.key.id.split('/')[1] ?? '') : ''
  const place = { course, places: placesIn(text, language), lessonId, draft: form.values.draft || newDraft(), locale }
  const main = (
    <NewTextPage
      title={t('editorial.new.question')}
      lead={t('editorial.new.questionLead')}
      under={text.title[locale]}
      action={href(locale, `${pathOf(opened)}/question`)}
      fields={questionFields(t, place, form)}
      submit={t('editorial.source.check')}
      saves
      checked={checked}
      state={form}
      locale={locale}
      t={t}
    />
  )
  return {
    title: t('editorial.new.question'),
    main,
    styles: reviewStyles(opened.text.key.kind),
    reviewer: true,
    index: false,
  }
}

async function checkedIn(
  { opened }: Granted,
  values: FormState['values'],
  { locale, t }: ReviewContext,
): Promise<CheckedFiles | null> {
  const written = { ...values, correct: (values.correct ?? '').split(' ').filter((one) => one !== '') }
  const question = checkedQuestionSchema.safeParse(written).data
  return question ? checkedPlan(planQuestion(opened.text, question), { locale, t }) : null
}

function placesIn(text: PresentText, language: Granted['opened']['language']) {
  if (text.key.kind === 'lesson') return blockPlaces(text.blocks, language)
  return bankPaths(text).map((path) => ({ value: path, label: path }))
}
