import type { Context } from '@/app/http/context'
import { form } from '@/app/http/form'
import { page } from '@/app/http/get-page'
import { InstitutionSeminarsPage } from '@/components/seminar/institution-seminars-page'
import { href } from '@/components/shell/paths'
import { AppError } from '@/domain/errors'
import { requirePermission } from '@/server/auth/permit'
import { openInstitution } from '@/server/institution/open-institution'
import { institutionSeminars, quotasOf } from '@/server/seminar/list-seminars'
import { answerRequest, ORGANISER_ANSWERS, type OrganiserAnswer, requestsTo } from '@/server/seminar/organisers'

export const GET = page<'institution'>(async ({ locale, t, params, caller }) => {
  const { permit, institution } = await openInstitution(caller, 'seminar:create', params.institution)
  const mayAnswer = await requirePermission(caller, 'seminar:co-organise', permit.target)
  const mayName = await requirePermission(caller, 'seminar:nominate', permit.target)
  const now = new Date()
  const [seminars, requests, quotas] = await Promise.all([
    institutionSeminars(permit),
    requestsTo(mayAnswer),
    quotasOf(mayName, now),
  ])
  const about = { institution, seminars, requests, quotas, locale, t, now }
  return {
    title: t('seminar.ofInstitution'),
    main: <InstitutionSeminarsPage {...about} />,
    styles: ['seminar.css'],
    staff: true,
    index: false,
  }
})

/** The answer to another institution that asks to organise a seminar together. */
export const POST = form({
  back: ({ params }: Context<'institution'>) => `/institutions/${params.institution}/seminars`,
  permit: ({ caller, params }: Context<'institution'>) =>
    requirePermission(caller, 'seminar:co-organise', { institutionId: params.institution }),
  read: (sent): { seminar: string; answer: OrganiserAnswer } => {
    const answer = ORGANISER_ANSWERS.find((one) => one === sent.get('answer'))
    if (!answer) throw new AppError('invalid-input', 'answer to a request')
    return { seminar: String(sent.get('seminar') ?? ''), answer }
  },
  act: (permit, { seminar, answer }) => answerRequest(permit, seminar, answer, new Date()),
  done: (_, { locale, params }) => href(locale, `/institutions/${params.institution}/seminars`),
})
