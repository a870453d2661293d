import type { Context } from '@/app/http/context'
import type { DocumentPage } from '@/app/http/document-page'
import { formPage, type Refused } from '@/app/http/form'
import { translationFields } from '@/components/editorial/new/new-fields'
import { type CheckedFiles, NewTextPage } from '@/components/editorial/new/new-text-page'
import { type FormState, UNTOUCHED } from '@/components/form/form-state'
import { href } from '@/components/shell/paths'
import {
  checkedTranslationSchema,
  type NewTranslation,
  newTranslationSchema,
  readNewTranslation,
} from '@/domain/editorial/new-text-forms'
import { AppError } from '@/domain/errors'
import { fieldProblems } from '@/domain/form/field-problem'
import { newDraft } from '@/server/editorial/comments'
import { type OpenedCourse, openCourse } from '@/server/editorial/new/course-source'
import { type MissingTranslation, missingTranslations } from '@/server/editorial/new/missing-translations'
import { planTranslation, proposeNew } from '@/server/editorial/new/propose-new'
import { reviewStyles } from '../../../[kind]/[key]/[lang]/review-head'
import { orNullIfHeavy } from '../../../heavy-text'
import { checkedPlan, refusedNew, refusedPlan } from '../../new-form'

type TranslationContext = Context<'course'>
type Granted = { opened: OpenedCourse; missing: MissingTranslation }
type Typed = Record<string, string>
type Sent = { act: 'check'; typed: Typed } | { act: 'save'; typed: Typed; written: NewTranslation }

/** Proposes the file of a language that a lesson or an invented file lacks. */
export const { GET, POST } = formPage({
  permit: async ({ caller, params, query }: TranslationContext): Promise<Granted> => {
    const opened = await openCourse(caller, params.course)
    const missing = missingTranslations(opened.files, params.course).find(
      ({ kind, id, language }) =>
        kind === query.get('kind') && id === query.get('id') && language === query.get('language'),
    )
    if (!missing) throw new AppError('not-found', 'missing translation')
    return { opened, missing }
  },
  page: async (context, granted, form) =>
    translationPage(context, granted, form, await orNullIfHeavy(checkedIn(granted, form.values, context))),
  read: (form, { t }): Sent | Refused => {
    const typed: Typed = readNewTranslation(form)
    if (form.get('save') !== 'yes') {
      const { error } = checkedTranslationSchema.safeParse(typed)
      return error ? refusedNew(typed, fieldProblems(error), t) : { act: 'check', typed }
    }
    const { data, error } = newTranslationSchema.safeParse(typed)
    return data ? { act: 'save', typed, written: data } : refusedNew(typed, fieldProblems(error), t)
  },
  act: async (granted, sent, context): Promise<{ page: DocumentPage | null } | Refused> => {
    const { typed } = sent
    if (sent.act === 'check') {
      const checked = await checkedIn(granted, typed, context)
      return { page: await translationPage(context, granted, { ...UNTOUCHED, values: typed }, checked) }
    }
    const plan = planTranslation(granted.opened, granted.missing, sent.written.body)
    if (plan.status !== 'planned') return refusedPlan(plan.status, typed, context.t)
    const outcome = await proposeNew(granted.opened.permit, plan.planned, sent.written, new Date())
    return outcome === 'stored' ? { page: null } : refusedPlan(outcome, typed, context.t)
  },
  done: ({ page }, { locale }) => page ?? `${href(locale, '/review/new')}?done=proposed`,
  typed: (form) => ({ values: readNewTranslation(form) }),
})

async function checkedIn(
  { opened, missing }: Granted,
  values: FormState['values'],
  { locale, t }: TranslationContext,
): Promise<CheckedFiles | null> {
  const body = checkedTranslationSchema.safeParse(values).data?.body
  return body === undefined ? null : checkedPlan(planTranslation(opened, missing, body), { locale, t })
}

async function translationPage(
  { locale, t, params }: TranslationContext,
  { opened, missing }: Granted,
  form: FormState,
  checked: CheckedFiles | null,
): Promise<DocumentPage> {
  const { kind, id, language, model } = missing
  const address = new URLSearchParams({ kind, id, language })
  const main = (
    <NewTextPage
      title={t('editorial.new.translation')}
      lead={t('editorial.new.translationLead')}
      under={`${opened.course.file.title[locale]} · ${id} · ${t(`editorial.languages.${language}`)}`}
      action={`${href(locale, `/review/new/${params.course}/translation`)}?${address}`}
      fields={translationFields(t, { language, model, draft: form.values.draft || newDraft() })}
      submit={t('editorial.source.check')}
      saves
      checked={checked}
      state={form}
      locale={locale}
      t={t}
    />
  )
  return { title: t('editorial.new.translation'), main, styles: reviewStyles('lesson'), reviewer: true, index: false }
}
