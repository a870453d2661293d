import { page } from '@/app/http/get-page'
import { CohortThreadsPage } from '@/components/thread/cohort-threads-page'
import { readPage } from '@/domain/list/page-of'
import { cohortThreads } from '@/server/thread/read-threads'
import { staffDocument } from '../../../staff-document'
import { requireThreads } from './require-threads'

export const GET = page<'cohort'>(async ({ locale, t, query, params, caller }) => {
  const { cohort, permit } = await requireThreads(caller, params.cohort)
  const number = readPage(query.get('page'))
  const about = { ...(await cohortThreads(permit, number, new Date())), page: number, cohort, locale, t }
  return staffDocument(t('threads.title'), <CohortThreadsPage {...about} />)
})
