import type { Context } from '@/app/http/context'
import type { DocumentPage } from '@/app/http/document-page'
import { formPage, type Refused } from '@/app/http/form'
import { lessonFields } from '@/components/editorial/new/new-fields'
import { type CheckedFiles, NewTextPage } from '@/components/editorial/new/new-text-page'
import { type FormState, UNTOUCHED } from '@/components/form/form-state'
import { href } from '@/components/shell/paths'
import {
  checkedLessonSchema,
  type LessonHead,
  lessonHeadSchema,
  type NewLesson,
  newLessonSchema,
  objectivesOf,
  readNewLesson,
} from '@/domain/editorial/new-text-forms'
import { fieldProblems } from '@/domain/form/field-problem'
import { newDraft } from '@/server/editorial/comments'
import { type OpenedCourse, openCourse } from '@/server/editorial/new/course-source'
import { isLessonTaken, planLesson, proposeNew } from '@/server/editorial/new/propose-new'
import { lessonSkeleton } from '@/server/editorial/new/skeleton'
import { reviewStyles } from '../../../[kind]/[key]/[lang]/review-head'
import { orNullIfHeavy } from '../../../heavy-text'
import { checkedPlan, refusedNew, refusedPlan } from '../../new-form'

type LessonContext = Context<'course'>
type Typed = Record<string, string>
type Sent =
  | { act: 'begin'; typed: Typed; head: LessonHead }
  | { act: 'check'; typed: Typed }
  | { act: 'save'; typed: Typed; lesson: NewLesson }

/** A new lesson. Its files are made from its name and its place; then its text is typed, checked and proposed. */
export const { GET, POST } = formPage({
  permit: ({ caller, params }: LessonContext) => openCourse(caller, params.course),
  page: async (context, opened, form) =>
    lessonPage(context, opened, form, await orNullIfHeavy(checkedIn(opened, form.values, context))),
  read: readSent,
  act: async (opened, sent, context): Promise<{ page: DocumentPage | null } | Refused> => {
    const { typed } = sent
    if (sent.act === 'begin') {
      if (isLessonTaken(opened, sent.head)) return refusedPlan('taken', typed, context.t)
      const begun = { ...typed, ...lessonSkeleton(sent.head, opened.course.file.objectives[0]?.id ?? '') }
      const checked = await checkedIn(opened, begun, context)
      return { page: await lessonPage(context, opened, { ...UNTOUCHED, values: begun }, checked) }
    }
    if (sent.act === 'check') {
      const checked = await checkedIn(opened, typed, context)
      return { page: await lessonPage(context, opened, { ...UNTOUCHED, values: typed }, checked) }
    }
    const plan = planLesson(opened, sent.lesson)
    if (plan.status !== 'planned') return refusedPlan(plan.status, typed, context.t)
    const outcome = await proposeNew(opened.permit, plan.planned, sent.lesson, new Date())
    return outcome === 'stored' ? { page: null } : refusedPlan(outcome, typed, context.t)
  },
  done: ({ page }, { locale }) => page ?? `${href(locale, '/review/new')}?done=proposed`,
  typed: (form) => ({ values: readNewLesson(form) }),
})

const isBegun = (values: FormState['values']) =>
  ['practice', 'body.ar', 'body.fr', 'body.en'].some((name) => (values[name] ?? '').trim() !== '')

async function checkedIn(
  opened: OpenedCourse,
  values: FormState['values'],
  { locale, t }: LessonContext,
): Promise<CheckedFiles | null> {
  const lesson = isBegun(values) ? checkedLessonSchema.safeParse(values).data : undefined
  return lesson ? checkedPlan(planLesson(opened, lesson), { locale, t }) : null
}

async function lessonPage(
  context: LessonContext,
  opened: OpenedCourse,
  form: FormState,
  checked: CheckedFiles | null,
): Promise<DocumentPage> {
  const { locale, t, params } = context
  const begun = isBegun(form.values)
  const draft = form.values.draft || newDraft()
  const main = (
    <NewTextPage
      title={t('editorial.new.lesson')}
      lead={t(begun ? 'editorial.new.lessonText' : 'editorial.new.lessonLead')}
      under={opened.course.file.title[locale]}
      action={href(locale, `/review/new/${params.course}/lesson`)}
      fields={lessonFields(t, { course: opened.course, begun, draft, locale })}
      submit={t(begun ? 'editorial.source.check' : 'editorial.new.begin')}
      saves={begun}
      checked={checked}
      state={form}
      locale={locale}
      t={t}
    />
  )
  return { title: t('editorial.new.lesson'), main, styles: reviewStyles('lesson'), reviewer: true, index: false }
}

function readSent(form: FormData, { t }: LessonContext): Sent | Refused {
  const typed = readNewLesson(form)
  const saves = form.get('save') === 'yes'
  const schema = saves ? newLessonSchema : isBegun(typed) ? checkedLessonSchema : lessonHeadSchema
  const { data, error } = schema.safeParse(typed)
  if (!data) return refusedNew(typed, fieldProblems(error), t)
  if (!objectivesOf(data)) {
    const problems = { 'objectives.ar': 'lines', 'objectives.fr': 'lines', 'objectives.en': 'lines' } as const
    return refusedNew(typed, problems, t)
  }
  if (saves) return { act: 'save', typed, lesson: data as NewLesson }
  return isBegun(typed) ? { act: 'check', typed } : { act: 'begin', typed, head: data }
}
