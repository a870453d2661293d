import type { Context } from '@/app/http/context'
import { formPage, type Refused } from '@/app/http/form'
import { refuseForm } from '@/components/form/refuse-form'
import { CloseCard } from '@/components/seminar/close-card'
import { href } from '@/components/shell/paths'
import { Crumbs } from '@/components/ui/crumbs'
import { textFields } from '@/domain/form/form-fields'
import { closeList } from '@/server/seminar/attendance/close-list'
import { closingOf } from '@/server/seminar/attendance/closing'
import { openAttendance } from '@/server/seminar/attendance/list'
import { requireSeminar } from '@/server/seminar/seminar-permit'
import { staffDocument } from '../../../../staff-document'
import { listPath, savedList } from '../address'

/** Closes the list in the caller's own name, with a code given a short time ago, and issues the attestations. */
export const { GET, POST } = formPage({
  permit: ({ caller, params }: Context<'seminar'>) => requireSeminar(caller, 'seminar:issue', params.seminar),
  page: async (context, { seminar, permit }, state) => {
    const { locale, t } = context
    const now = new Date()
    const closing = closingOf(seminar, await openAttendance(permit, seminar, now), now)
    const action = href(locale, `${listPath(context)}/close`)
    const main = (
      <main id="main" className="wrap page stack narrow">
        <Crumbs
          label={t('institutions.crumbs')}
          links={[{ href: href(locale, listPath(context)), label: t('attendance.list.title') }]}
        />
        <h1>{t('attendance.list.title')}</h1>
        <CloseCard closing={closing} action={action} state={state} locale={locale} t={t} />
      </main>
    )
    return staffDocument(t('attendance.close.title'), main)
  },
  read: (form, { t }): { count: number } | Refused => {
    const { count, attest } = textFields(form, ['count', 'attest'])
    if (attest === 'yes') return { count: Number(count) }
    return { refused: refuseForm(t('attendance.close.refused.not-attested'), {}) }
  },
  act: async ({ permit, seminar }, { count }, { t }): Promise<true | Refused> => {
    const closed = await closeList(permit, seminar, count, new Date())
    if (closed === 'closed') return true
    return { refused: refuseForm(t(`attendance.close.refused.${closed.refused}`), {}), status: 409 }
  },
  done: (_, context) => savedList(context),
})
