import { page } from '@/app/http/get-page'
import { AllTasksPage } from '@/components/desk/all-tasks-page'
import { DeskPage } from '@/components/desk/desk-page'
import { TASK_LISTS } from '@/components/desk/task-list'
import { openDesk } from '@/server/desk/open-desk'
import { staffDocument } from '../staff-document'

/** The work page of staff, shown after the sign-in. With `?all=`, only the list that it names, complete. */
export const GET = page(async ({ locale, t, query, caller }) => {
  const now = new Date()
  const { platform, reviews, ...desk } = await openDesk(caller, now)
  const all = TASK_LISTS.find((name) => name === query.get('all'))
  if (all) {
    const list = { name: all, tasks: desk[all], failed: desk.failed, now, locale, t }
    return staffDocument(`${t(`desk.${all}`)} · ${t('desk.work')}`, <AllTasksPage {...list} />)
  }
  const view = { ...desk, platform: platform && { ...platform, reviews } }
  return staffDocument(t('desk.work'), <DeskPage desk={view} now={now} locale={locale} t={t} />)
})
