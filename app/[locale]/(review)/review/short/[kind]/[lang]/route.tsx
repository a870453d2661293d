import type { Context } from '@/app/http/context'
import { formPage, type Refused } from '@/app/http/form'
import { blockLabels } from '@/components/editorial/block-labels'
import { ShortPage, type ShownEntry } from '@/components/editorial/short-page'
import type { FormState } from '@/components/form/form-state'
import { refuseForm } from '@/components/form/refuse-form'
import { href } from '@/components/shell/paths'
import { readTicked, shortPath, type Ticked, writeTicked } from '@/domain/editorial/short-entries'
import { AppError } from '@/domain/errors'
import { reviewPath } from '@/domain/signoff/text-key'
import {
  type OpenedShort,
  openShort,
  permitToSignShort,
  type ShortEntry,
  shortEntries,
  signShort,
  type Unsigned,
} from '@/server/editorial/short-entries'
import { provisionsHtml, textHtml, withOwnIds } from '../../../[kind]/[key]/[lang]/passage-html'
import { reviewStyles } from '../../../[kind]/[key]/[lang]/review-head'

type ShortContext = Context<'kind' | 'lang'>

/** Short entries, each shown in full. A reviewer ticks them one by one and signs them together. */
export const { GET, POST } = formPage({
  permit: async ({ caller, params, query, request }: ShortContext) => {
    const short = await openShort(caller, params, query.get('area'))
    if (request.method === 'POST') await permitToSignShort(caller, short)
    return short
  },
  page: async (context, short, state) => {
    const { t } = context
    const title = t('editorial.short.title', { kind: t(`editorial.kinds.${short.kind}`) })
    const reviewer = short.permit.actor.roles?.platform.includes('reviewer') ?? false
    return {
      title,
      main: await shortMain(context, short, state),
      styles: reviewStyles(short.kind),
      index: false,
      reviewer,
    }
  },
  read: (form, { t }, { kind }): readonly Ticked[] | Refused => {
    const ticked = readTicked(form, kind)
    if (!ticked) throw new AppError('invalid-input', 'ticks')
    return ticked.length > 0 ? ticked : { refused: refuseForm(t('editorial.short.tickOne'), {}) }
  },
  act: async (short, ticked, context) => {
    const { signed, unsigned } = await signShort(context.caller, short, ticked, new Date())
    return unsigned.length > 0 ? refused(signed, unsigned, context) : { signed }
  },
  done: ({ signed }, { locale }, { kind, language, area }) =>
    href(locale, `${shortPath(kind, language)}?${new URLSearchParams({ area, signed: `${signed}` })}`),
})

/** Names each entry that was not signed, and says how many were. */
function refused(signed: number, unsigned: readonly Unsigned[], { t, locale }: ShortContext): Refused {
  const why = ({ refusal }: Unsigned) => {
    if (refusal.why === 'error') return t(`errors.${refusal.code}`)
    const by = refusal.why === 'seconded' ? `${refusal.by.function}, ${refusal.by.body}` : ''
    return t(`editorial.text.refusals.${refusal.why}`, { by }).trim()
  }
  const form = refuseForm(t('editorial.short.signed', { count: signed }), {})
  const summary = unsigned.map((one) => ({
    name: one.id,
    text: t('editorial.short.unsigned', { title: one.title?.[locale] ?? one.id, why: why(one) }),
  }))
  return { refused: { ...form, summary }, status: 409 }
}

async function shortMain({ locale, t, query }: ShortContext, short: OpenedShort, state: FormState) {
  const { kind, language, area } = short
  const entries = await shortEntries(short, query.get('page'))
  const signed = Number(query.get('signed'))
  const shown = ({ opened: { text }, ticked, proposals, hindered }: ShortEntry): ShownEntry => {
    const { blocks } = textHtml(text, language)
    const names = blockLabels(text.blocks, locale, t)
    return {
      id: text.key.id,
      textKey: text.key,
      title: text.title,
      path: reviewPath(text.key, language),
      value: writeTicked(ticked),
      hindered,
      proposals,
      draft: text.draft,
      blocks: text.blocks.map(({ id }) => ({
        id,
        name: names.get(id) ?? id,
        html: withOwnIds(blocks.get(id) ?? '', text.key.id),
      })),
      law: withOwnIds(provisionsHtml(text, locale, t), text.key.id),
    }
  }
  return (
    <ShortPage
      kind={kind}
      language={language}
      area={area}
      entries={{ ...entries, rows: entries.rows.map(shown) }}
      signed={Number.isInteger(signed) && signed > 0 ? signed : null}
      state={state}
      locale={locale}
      t={t}
    />
  )
}
