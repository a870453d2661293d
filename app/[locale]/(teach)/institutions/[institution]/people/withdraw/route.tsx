import { type DocumentContext, documentPage } from '@/app/document'
import { formPage } from '@/app/form-page'
import { readReason } from '@/app/read-reason'
import type { FormState } from '@/components/form/form-state'
import { WithdrawPage } from '@/components/institution/reason-page'
import { href } from '@/components/shell/paths'
import { nameIn } from '@/domain/cohort/name-in'
import { readListQuery, writeListQuery } from '@/domain/institution/list-query'
import { withdrawConfirmation } from '@/server/institution/confirm-identity'
import { confirmedPerson } from '@/server/institution/confirmed-person'
import { seeOther } from '@/server/respond'
import { staffForm } from '../../../../staff-document'

type Context = { params: Promise<{ locale: string; institution: string }> }

export async function GET(request: Request, { params }: Context): Promise<Response> {
  const { locale, institution } = await params
  return documentPage(request, locale, (context) => withdrawPage(context, institution, context.query.get('account')))
}

export async function POST(request: Request, { params }: Context): Promise<Response> {
  const { locale, institution: institutionId } = await params
  const people = `/institutions/${institutionId}/people`
  const { search, searchParams } = new URL(request.url)
  const shown = readListQuery(searchParams)
  return formPage(request, locale, `${people}/withdraw${search}`, async (form) => {
    const { permit, member } = await confirmedPerson(institutionId, form.get('account'))
    return documentPage(request, locale, async (context) => {
      const read = readReason(form, context.t)
      if ('refused' in read) return withdrawPage(context, institutionId, member.accountId, read.refused)
      await withdrawConfirmation(permit, read.reason, new Date())
      return seeOther(href(context.locale, people) + writeListQuery(shown, { done: 'withdrawn' }))
    })
  })
}

async function withdrawPage(
  { locale, t, query }: DocumentContext,
  id: string,
  account: string | null,
  state?: FormState,
) {
  const { institution, member } = await confirmedPerson(id, account)
  const people = `/institutions/${id}/people`
  const shown = readListQuery(query)
  const path = `${people}/withdraw${writeListQuery(shown, { account: member.accountId })}`
  const back = people + writeListQuery(shown)
  const about = { id, name: nameIn(institution, locale), member, path, back, state, locale, t }
  return staffForm(t('people.withdraw'), <WithdrawPage {...about} />, state, t)
}
