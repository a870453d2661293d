import type { Context } from '@/app/http/context'
import { formPage, type Refused } from '@/app/http/form'
import { refuseFields, refuseForm } from '@/components/form/refuse-form'
import { CloseCard } from '@/components/seminar/close-card'
import { momentOf } from '@/components/seminar/place-words'
import { href } from '@/components/shell/paths'
import { Crumbs } from '@/components/ui/crumbs'
import { fieldProblems } from '@/domain/form/field-problem'
import { textFields } from '@/domain/form/form-fields'
import { reasonSchema } from '@/domain/form/reason'
import { closeList, type Declared } from '@/server/seminar/attendance/close-list'
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
  read: (form, { t }): Declared | Refused => {
    const { count, attest, reason } = textFields(form, ['count', 'attest', 'reason'])
    // The form asks for a reason only before the end of the seminar.
    const early = form.has('reason') ? reasonSchema.safeParse({ reason }) : null
    if (early?.error) return { refused: refuseFields(t, fieldProblems(early.error), { reason }) }
    if (attest !== 'yes') return { refused: refuseForm(t('attendance.close.refused.not-attested'), { reason }) }
    return { count: Number(count), ...(early && { early: early.data.reason }) }
  },
  act: async ({ permit, seminar }, declared, { locale, t }): Promise<true | Refused> => {
    const closed = await closeList(permit, seminar, declared, new Date())
    if (closed === 'closed') return true
    const end = momentOf(seminar.endsAt, locale, t)
    const problem = t(`attendance.close.refused.${closed.refused}`, { end })
    return { refused: refuseForm(problem, { reason: declared.early ?? '' }), status: 409 }
  },
  done: (_, context) => savedList(context),
})
