import type { DocumentPage } from '@/app/http/document-page'
import { formPage, type Refused } from '@/app/http/form'
import { SourcesPage } from '@/components/editorial/sources-page'
import { type FormState, UNTOUCHED } from '@/components/form/form-state'
import { refuseFields, refuseForm } from '@/components/form/refuse-form'
import { href } from '@/components/shell/paths'
import {
  type ProposedSources,
  proposedSourcesSchema,
  readSources,
  sourcesSchema,
  sourcesTyped,
} from '@/domain/editorial/review-forms'
import { AppError } from '@/domain/errors'
import { FIELD_LIMITS } from '@/domain/form/field-limits'
import { fieldProblems } from '@/domain/form/field-problem'
import { newDraft } from '@/server/editorial/comments'
import { openTextToPropose, stateOf } from '@/server/editorial/open-text'
import {
  changesOfSources,
  checkChanges,
  openSources,
  proposeSources,
  type SourceFile,
} from '@/server/editorial/source-text'
import { orNullIfHeavy } from '../../../../../heavy-text'
import { sayChecked } from '../../../../../new/new-form'
import { headOf, pathOf, type ReviewContext, reviewStyles } from '../../review-head'

type Granted = Awaited<ReturnType<typeof openTextToPropose>> & { files: readonly SourceFile[] }
type Typed = Record<string, string>
type Sent = { act: 'check'; typed: Typed } | { act: 'save'; typed: Typed; written: ProposedSources }

/** All files of a lesson or of an invented file. Changes in several of them are checked, and stored as one proposal. */
export const { GET, POST } = formPage({
  permit: async ({ caller, params }: ReviewContext): Promise<Granted> => {
    const granted = await openTextToPropose(caller, params)
    return { ...granted, files: openSources(granted.opened) }
  },
  page: async (context, granted, form) =>
    sourcesPage(context, granted, form, await orNullIfHeavy(checkedIn(granted, form.values, context))),
  read: (form, context, { files }): Sent | Refused => {
    const typed = readSources(form, files.length)
    const schema = form.get('save') === 'yes' ? proposedSourcesSchema : sourcesSchema
    const { data, error } = schema.safeParse(sourcesTyped(typed, files.length))
    if (!data) return refusedSources(typed, fieldProblems(error), context)
    return form.get('save') === 'yes'
      ? { act: 'save', typed, written: data as ProposedSources }
      : { act: 'check', typed }
  },
  act: async (granted, sent, context): Promise<{ page: DocumentPage | null } | Refused> => {
    const { typed } = sent
    if (sent.act === 'check') {
      const checked = await checkedIn(granted, typed, context)
      return { page: await sourcesPage(context, granted, { ...UNTOUCHED, values: typed }, checked) }
    }
    const outcome = await proposeSources(granted.permit, granted.opened, granted.files, sent.written, new Date())
    if (outcome === 'stored') return { page: null }
    const refused = refuseForm(context.t(`editorial.source.${outcome}`), typed)
    return { refused, status: outcome === 'moved' ? 409 : 400 }
  },
  done: ({ page }, { locale }, { opened }) => page ?? `${href(locale, pathOf(opened))}?view=history&done=proposed`,
  typed: (form) => ({ values: readSources(form, countSources(form)) }),
})

async function sourcesPage(
  context: ReviewContext,
  { opened, files }: Granted,
  form: FormState,
  checked: Awaited<ReturnType<typeof checkedIn>>,
): Promise<DocumentPage> {
  const { locale, t } = context
  const main = (
    <SourcesPage
      head={headOf(opened, await stateOf(opened), context)}
      files={files}
      draft={newDraft()}
      checked={checked}
      state={form}
      locale={locale}
      t={t}
    />
  )
  return { title: t('editorial.source.title'), main, styles: reviewStyles(opened.text.key.kind), index: false }
}

const countSources = (form: FormData) => [...form.keys()].filter((name) => name.startsWith('sourceText.')).length

/** The changed files with the findings and the preview; null before anything was typed. */
async function checkedIn({ opened, files }: Granted, values: FormState['values'], { locale, t }: ReviewContext) {
  const typed = sourcesSchema.safeParse(sourcesTyped(values, files.length)).data?.files
  if (!typed) return null
  const changes = changesOfSources(files, typed)
  return { files: changes, ...sayChecked(await checkChanges(opened.text, changes), { locale, t }) }
}

/** @throws {AppError} invalid-input if the form was not made by this page. */
function refusedSources(typed: Typed, problems: ReturnType<typeof fieldProblems>, { t }: ReviewContext): Refused {
  const { draft, files, ...said } = problems
  if (draft) throw new AppError('invalid-input', 'sources')
  if (!files) return { refused: refuseFields(t, said, typed) }
  return { refused: refuseForm(t('editorial.source.unfit', { max: FIELD_LIMITS.sourceText }), typed) }
}
