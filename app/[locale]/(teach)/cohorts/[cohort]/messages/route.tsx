import { page } from '@/app/http/get-page'
import { AnnouncementListPage } from '@/components/cohort/messages/announcement-list-page'
import { isOver, phaseOf } from '@/domain/cohort/phase'
import { readPage } from '@/domain/list/page-of'
import { listAnnouncements } from '@/server/announcement/announcement-page'
import { requireCohort } from '@/server/cohort/cohort-permit'
import { staffDocument } from '../../../staff-document'
import { doneTo } from './message-act'

export const GET = page<'cohort'>(async ({ locale, t, query, params, caller }) => {
  const { cohort, permit } = await requireCohort(caller, 'cohort:announce', params.cohort)
  const number = readPage(query.get('page'))
  const over = isOver(phaseOf(cohort, new Date()))
  const about = {
    ...(await listAnnouncements(permit, number, new Date())),
    page: number,
    cohort,
    over,
    done: doneTo(query),
    locale,
    t,
  }
  return staffDocument(t('cohorts.messages.title'), <AnnouncementListPage {...about} />)
})
