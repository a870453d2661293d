import type { DocumentPage } from '@/app/http/document-page'
import { formPage, type Refused } from '@/app/http/form'
import { SourcePage } from '@/components/editorial/source-page'
import { type FormState, UNTOUCHED } from '@/components/form/form-state'
import { refuseFields, refuseForm } from '@/components/form/refuse-form'
import { href } from '@/components/shell/paths'
import { type ProposedSource, proposedSourceSchema, readSource, sourceSchema } from '@/domain/editorial/review-forms'
import { AppError } from '@/domain/errors'
import { fieldProblems } from '@/domain/form/field-problem'
import { assetPath } from '@/server/assets'
import { newDraft } from '@/server/editorial/comments'
import { openTextToPropose, stateOf } from '@/server/editorial/open-text'
import { checkSource, openSource, proposeSource, type SourceFile } from '@/server/editorial/source-text'
import { orNullIfHeavy } from '../../../../heavy-text'
import { sayChecked } from '../../../../new/new-form'
import { headOf, pathOf, type ReviewContext, reviewStyles } from '../review-head'

type Typed = ReturnType<typeof readSource>
type Sent = { act: 'check'; typed: Typed; sourceText: string } | { act: 'save'; written: ProposedSource }
type Granted = Awaited<ReturnType<typeof openTextToPropose>> & { file: SourceFile }

/** The files of a text, one of which can be changed. The change is checked, and stored as a proposal. */
export const { GET, POST } = formPage({
  permit: async ({ caller, params, query }: ReviewContext): Promise<Granted> => {
    const granted = await openTextToPropose(caller, params)
    return { ...granted, file: openSource(granted.opened, query.get('file')) }
  },
  page: async (context, granted, form) => {
    const typed = sourceSchema.safeParse(form.values).data?.sourceText
    // What was typed is checked whenever the form is shown again, whatever the reason.
    const checked = typed === undefined ? null : await orNullIfHeavy(checkedIn(granted, typed, context))
    return sourcePage(context, granted, form, checked)
  },
  read: readSent,
  act: async (granted, sent, context): Promise<{ page: DocumentPage | null } | Refused> => {
    if (sent.act === 'check') {
      const checked = await checkedIn(granted, sent.sourceText, context)
      return { page: await sourcePage(context, granted, { ...UNTOUCHED, values: sent.typed }, checked) }
    }
    const { opened, permit, file } = granted
    const outcome = await proposeSource(permit, opened, file, sent.written, new Date())
    if (outcome === 'stored') return { page: null }
    const refused = refuseForm(context.t(`editorial.source.${outcome}`), sent.written)
    return { refused, status: outcome === 'moved' ? 409 : 400 }
  },
  done: ({ page }, { locale }, { opened }) => page ?? `${href(locale, pathOf(opened))}?view=history&done=proposed`,
  typed: (form) => ({ values: readSource(form) }),
})

async function sourcePage(
  context: ReviewContext,
  { opened, file }: Granted,
  form: FormState,
  checked: Awaited<ReturnType<typeof checkedIn>> | null,
): Promise<DocumentPage> {
  const { locale, t } = context
  const main = (
    <SourcePage
      head={headOf(opened, await stateOf(opened), context)}
      file={file}
      draft={newDraft()}
      together={opened.text.key.kind === 'lesson' || opened.text.key.kind === 'case'}
      editor={assetPath('editor.js')}
      checked={checked}
      state={form}
      locale={locale}
      t={t}
    />
  )
  return {
    title: t('editorial.source.title'),
    main,
    script: 'source.js',
    styles: reviewStyles(opened.text.key.kind),
    index: false,
  }
}

async function checkedIn({ opened, file }: Granted, typed: string, { locale, t }: ReviewContext) {
  return { typed, ...sayChecked(await checkSource(opened.text, file, typed), { locale, t }) }
}

/** @throws {AppError} invalid-input if the form was not made by this page. */
function readSent(form: FormData, { t }: ReviewContext): Sent | Refused {
  const typed = readSource(form)
  if (form.get('save') !== 'yes') {
    const { data, error } = sourceSchema.safeParse(typed)
    if (!data) return refusedFields(typed, fieldProblems(error), t)
    return { act: 'check', typed, sourceText: data.sourceText }
  }
  const { data, error } = proposedSourceSchema.safeParse(typed)
  return data ? { act: 'save', written: data } : refusedFields(typed, fieldProblems(error), t)
}

function refusedFields(typed: Typed, problems: ReturnType<typeof fieldProblems>, t: ReviewContext['t']): Refused {
  const { draft, was, ...fields } = problems
  if (draft || was) throw new AppError('invalid-input', 'source')
  return { refused: refuseFields(t, fields, typed) }
}
