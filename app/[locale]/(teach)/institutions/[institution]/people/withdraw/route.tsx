import { type DocumentContext, documentPage } from '@/app/document'
import { formPage } from '@/app/form-page'
import { readReason } from '@/app/read-reason'
import { href } from '@/components/shell/paths'
import type { FormState } from '@/components/ui/form-state'
import { ReasonForm } from '@/components/ui/reason-form'
import { AppError } from '@/domain/errors'
import { readId } from '@/domain/institution/grant'
import { requirePermission } from '@/server/auth/permit'
import { withdrawConfirmation } from '@/server/institution/confirm-identity'
import { findPeople } from '@/server/institution/people'
import { seeOther } from '@/server/respond'
import { readListQuery, writeListQuery } from '../../../list-query'
import { teachPage } from '../../../teach-page'
import { nameOf, openInstitution } from '../../open-institution'

type Context = { params: Promise<{ locale: string; institution: string }> }

export async function GET(request: Request, { params }: Context): Promise<Response> {
  const { locale, institution } = await params
  return documentPage(request, locale, (context) => page(context, institution, context.query.get('account')))
}

export async function POST(request: Request, { params }: Context): Promise<Response> {
  const { locale, institution: institutionId } = await params
  const people = `/institutions/${institutionId}/people`
  const { search, searchParams } = new URL(request.url)
  const shown = readListQuery(searchParams)
  return formPage(request, locale, `${people}/withdraw${search}`, async (form) => {
    const { accountId } = await confirmedPerson(institutionId, form.get('account'))
    const permit = await requirePermission('identity:withdraw', { institutionId, accountId })
    return documentPage(request, locale, async (context) => {
      const read = readReason(form, context.t)
      if ('refused' in read) return page(context, institutionId, accountId, read.refused)
      await withdrawConfirmation(permit, read.reason, new Date())
      return seeOther(href(context.locale, people) + writeListQuery(shown, { done: 'withdrawn' }))
    })
  })
}

async function page(context: DocumentContext, id: string, account: string | null, state?: FormState) {
  const { locale, t, query } = context
  const { institution, ...member } = await confirmedPerson(id, account)
  const people = `/institutions/${id}/people`
  const shown = readListQuery(query)
  return teachPage(context, {
    title: t('people.withdraw'),
    lead: t('people.withdrawLead'),
    crumbs: [
      { path: `/institutions/${id}`, label: nameOf(institution, locale) },
      { path: people + writeListQuery(shown), label: t('people.title') },
    ],
    state,
    children: (
      <>
        <p>
          <bdi lang="ar">{member.nameArabic}</bdi> <bdi lang="fr">{member.nameLatin}</bdi>
        </p>
        <ReasonForm
          action={href(locale, `${people}/withdraw`) + writeListQuery(shown, { account: member.accountId })}
          hint={t('fields.reasonHint')}
          submit={t('people.withdraw')}
          hidden={{ account: member.accountId }}
          state={state}
          t={t}
        />
      </>
    ),
  })
}

/** Someone whom this institution has confirmed. @throws {AppError} not-found */
async function confirmedPerson(institutionId: string, account: unknown) {
  const { permit, institution } = await openInstitution('people:read', institutionId)
  const accountId = readId(account)
  const member = (await findPeople(permit)).find((each) => each.accountId === accountId && each.confirmation)
  if (!member) throw new AppError('not-found', 'confirmed person')
  await requirePermission('identity:withdraw', { institutionId, accountId: member.accountId })
  return { ...member, institution }
}
