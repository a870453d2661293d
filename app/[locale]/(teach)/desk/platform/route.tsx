import { page } from '@/app/http/get-page'
import { PlatformPage } from '@/components/desk/platform-page'
import { isLetterKind } from '@/domain/letter/letter-budget'
import { requirePermission } from '@/server/auth/permit'
import { platformWork } from '@/server/desk/run-platform'
import { JOB_NAMES } from '@/server/queue/wake'
import { staffDocument } from '../../staff-document'

const DONE = ['started', 'again'] as const

/** The state of jobs, letters and backups, for administrators of the platform. */
export const GET = page(async ({ locale, t, query, caller }) => {
  const permit = await requirePermission(caller, 'platform:run', {})
  const { mails, ...work } = await platformWork(permit, new Date())
  const labelled = mails.map((mail) => ({
    ...mail,
    label: isLetterKind(mail.kind) ? t(`letters.kinds.${mail.kind}`) : mail.kind,
  }))
  const done = DONE.find((one) => one === query.get('done')) ?? null
  const main = <PlatformPage {...work} mails={labelled} names={JOB_NAMES} done={done} locale={locale} t={t} />
  return staffDocument(t('desk.state.title'), main)
})
