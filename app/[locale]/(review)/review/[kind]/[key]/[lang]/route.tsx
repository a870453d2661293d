import { formPage, type Refused } from '@/app/http/form'
import { BankPage } from '@/components/editorial/bank-page'
import { sayRefusal } from '@/components/editorial/say-finding'
import { refuseFields, refuseForm } from '@/components/form/refuse-form'
import { href } from '@/components/shell/paths'
import {
  commentSchema,
  readComment,
  readView,
  readWording,
  type WrittenComment,
  type WrittenWording,
  wordingSchema,
} from '@/domain/editorial/review-forms'
import { AppError } from '@/domain/errors'
import { fieldProblems } from '@/domain/form/field-problem'
import { typeset } from '@/i18n/typography'
import { requirePermission } from '@/server/auth/permit'
import { library } from '@/server/content/library'
import { writeComment } from '@/server/editorial/comments'
import { openText, openTextOrBank } from '@/server/editorial/open-text'
import { proposeWording } from '@/server/editorial/wordings'
import { pathOf, type ReviewContext, reviewStyles } from './review-head'
import { reviewMain } from './review-main'

type Written = { act: 'comment'; comment: WrittenComment } | { act: 'wording'; wording: WrittenWording }

/** A text under review, in one of its views. The forms send a comment or propose another wording. */
export const { GET, POST } = formPage({
  permit: async ({ caller, params, request }: ReviewContext) => {
    // A bank that she has not opened shows only a page about the consequences of opening it. It accepts no POST.
    if (request.method === 'POST') return { opened: await openText(caller, params), bank: null }
    return openTextOrBank(caller, params)
  },
  page: async (context, { opened, bank }, state) => {
    const { locale, t } = context
    const common = { styles: reviewStyles(opened.text.key.kind), index: false } as const
    if (bank && bank.openedAt === null) {
      const main = <BankPage title={opened.text.title} path={pathOf(opened)} locale={locale} t={t} />
      return { title: t('editorial.text.bankTitle'), main, ...common }
    }
    const main = await reviewMain(context, opened, readView(context.query.get('view')), state)
    return { title: typeset(opened.text.title[locale], locale), main, ...common }
  },
  read: readWritten,
  act: async ({ opened }, written, context): Promise<Written | Refused> => {
    const { caller, locale, t } = context
    const now = new Date()
    const target = { text: opened.text.key }
    if (written.act === 'comment') {
      const permit = await requirePermission(caller, 'editorial:comment', target)
      const outcome = await writeComment(permit, opened, written.comment, now)
      if (outcome === 'stored') return written
      const refused = refuseForm(t(`editorial.text.commented.${outcome}`), keptComment(written.comment))
      return { refused: { ...refused, form: 'comment' }, status: 409 }
    }
    const permit = await requirePermission(caller, 'editorial:propose', target)
    const outcome = await proposeWording(permit, opened, written.wording, now)
    if (outcome.status === 'stored') return written
    const { field, ...typed } = written.wording
    const problem =
      outcome.status === 'refused'
        ? `${t('editorial.text.refusedByChecks')} ${sayRefusal(outcome.findings, { store: library(), locale, t })}`
        : t(`editorial.text.wording.${outcome.status}`)
    const form = `wording ${field}`
    return { refused: { ...refuseForm(problem, typed), form }, status: outcome.status === 'moved' ? 409 : 400 }
  },
  done: (written, { locale, query }, { opened }) => {
    const path = href(locale, pathOf(opened))
    if (written.act === 'wording') return `${path}?view=history&done=proposed`
    const { block, thread, draft } = written.comment
    if (block !== '' && thread === '' && query.get('view') !== 'comments') {
      return `${path}?done=commented#t-${draft}`
    }
    return `${path}?view=comments&done=commented#t-${thread === '' ? draft : thread}`
  },
  typed: (form) => {
    if (form.get('act') !== 'wording') return null
    const values = readWording(form)
    return { values, form: `wording ${values.field}` }
  },
})

/** @throws {AppError} invalid-input if the form was not made by this page. */
function readWritten(form: FormData, { t }: ReviewContext): Written | Refused {
  return form.get('act') === 'wording' ? readProposed(form, t) : readSaid(form, t)
}

function readSaid(form: FormData, t: ReviewContext['t']): Written | Refused {
  const typed = readComment(form)
  const { data, error } = commentSchema.safeParse(typed)
  if (data) return { act: 'comment', comment: data }
  const { commentText, ...others } = fieldProblems(error)
  if (!commentText || Object.keys(others).length > 0) throw new AppError('invalid-input', 'comment')
  return { refused: { ...refuseFields(t, { commentText }, keptComment(typed)), form: 'comment' } }
}

const keptComment = (typed: ReturnType<typeof readComment>) => ({ ...typed, mentions: typed.mentions.join(' ') })

function readProposed(form: FormData, t: ReviewContext['t']): Written | Refused {
  const typed = readWording(form)
  const { data, error } = wordingSchema.safeParse(typed)
  if (data) return { act: 'wording', wording: data }
  const { draft, block, field, was, ...problems } = fieldProblems(error)
  if (draft || block || field || was) throw new AppError('invalid-input', 'wording')
  return { refused: { ...refuseFields(t, problems, typed), form: `wording ${typed.field}` } }
}
