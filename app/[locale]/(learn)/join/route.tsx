import type { Context } from '@/app/http/context'
import type { DocumentPage } from '@/app/http/document-page'
import { form } from '@/app/http/form'
import { page } from '@/app/http/get-page'
import { thisVisit } from '@/app/http/request-info'
import { ConfirmFirstPage, JoinCohortPage, JoinPage } from '@/components/cohort/join-page'
import { href } from '@/components/shell/paths'
import { textFields } from '@/domain/form/form-fields'
import { typeset } from '@/i18n/typography'
import { type Permit, requirePermission } from '@/server/auth/permit'
import { titleOf } from '@/server/cohort/courses'
import { entryOptions } from '@/server/cohort/entry/entry-options'
import { join, previewJoin } from '@/server/cohort/entry/join'
import type { Way } from '@/server/cohort/entry/open-cohort'

const HTTP = { closed: 404, elsewhere: 409 } as const
const PAGE = { index: false, secretAddress: true }

/**
 * Lists the cohorts that she may join by herself. If the address names a code or a cohort, shows that cohort and what
 * joining means.
 */
export const GET = page(async (context) => {
  const session = await context.caller.session()
  if (session && !session.confirmed) {
    const { locale, t } = context
    return { ...PAGE, title: t('join.title'), main: <ConfirmFirstPage locale={locale} t={t} />, status: 403 }
  }
  return joinPage(context, readWay(context.query.get('code'), context.query.get('cohort')))
})

export const POST = form({
  permit: ({ caller }: Context) => requirePermission(caller, 'cohort:join', {}),
  read: (sent) => textFields(sent, ['code', 'cohort']),
  act: async (permit, { code, cohort }, context) => {
    const way = readWay(code, cohort)
    const joined = way ? await join(permit, way, await thisVisit()) : ({ status: 'closed' } as const)
    if (joined.status === 'active') return href(context.locale, joined.startPath)
    if ('startPath' in joined) return `${href(context.locale, '/learning')}#requests`
    return startPage(context, permit, { problem: joined.status, typed: code })
  },
  done: (answer) => answer,
})

async function joinPage(context: Context, way: Way | null): Promise<DocumentPage> {
  const permit = await requirePermission(context.caller, 'cohort:join', {})
  if (!way)
    return startPage(context, permit, context.query.get('code') === '' ? { problem: 'closed', typed: '' } : null)
  const outlook = await previewJoin(permit, way, await thisVisit())
  if (outlook.status !== 'open') {
    return startPage(context, permit, { problem: outlook.status, typed: 'code' in way ? way.code : '' })
  }
  const { locale, t } = context
  const title = await titleOf(outlook.cohort)
  const main = <JoinCohortPage {...outlook} title={title} way={way} locale={locale} t={t} />
  return { ...PAGE, title: typeset(title[locale], locale), main }
}

/** Asks for a code, and lists the cohorts that are open to her e-mail domain. */
async function startPage(
  { locale, t }: Context,
  permit: Permit<'cohort:join'>,
  refusal: { problem: keyof typeof HTTP; typed: string } | null,
): Promise<DocumentPage> {
  const main = <JoinPage open={await entryOptions(permit, new Date())} refusal={refusal} locale={locale} t={t} />
  if (!refusal) return { ...PAGE, title: t('join.title'), main }
  return { ...PAGE, title: `${t('fields.errorPrefix')} ${t('join.title')}`, main, status: HTTP[refusal.problem] }
}

function readWay(code: string | null, cohortId: string | null): Way | null {
  if (code) return { code }
  return cohortId ? { cohortId } : null
}
