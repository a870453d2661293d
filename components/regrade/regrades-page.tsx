import type { RegradeDecision } from '@/domain/exam/regrade-decision'
import type { Locale, Localized } from '@/domain/locale'
import { formatDate, type Translator } from '@/i18n/translator'
import { typeset } from '@/i18n/typography'
import { SectionForm } from '../form/form'
import type { FormState } from '../form/form-state'
import { href } from '../shell/paths'
import { CardTable } from '../ui/card-table'
import { Ref } from '../ui/ref'
import { type StaffDone, StaffPage } from '../ui/staff-page'

export const REGRADES = '/desk/platform/regrades'

export type ListedRegrade = {
  id: string
  courseId: string
  questionId: string
  proposedAt: Date
  decision: RegradeDecision | null
  endedAt: Date | null
}
type Props = {
  proposals: readonly ListedRegrade[]
  /** The questions whose key a release has corrected. */
  candidates: readonly { courseId: string; questionId: string; title: Localized }[]
  state: FormState
  done: StaffDone | null
  locale: Locale
  t: Translator
}

/** The proposals to grade exams again, and the form of a new one. */
export function RegradesPage({ proposals, candidates, state, done, locale, t }: Props) {
  const crumbs = [{ path: '/desk/platform', label: t('desk.state.title') }]
  const headings = [t('regrade.question'), t('regrade.course'), t('regrade.proposedOn'), t('regrade.state')]
  return (
    <StaffPage heading={t('regrade.title')} lead={t('regrade.lead')} crumbs={crumbs} done={done} locale={locale} t={t}>
      {proposals.length === 0 ? (
        <p className="card">{t('regrade.none')}</p>
      ) : (
        <CardTable caption={t('regrade.title')} headings={headings}>
          {proposals.map(({ id, courseId, questionId, proposedAt, ...about }) => (
            <tr key={id}>
              <th scope="row">
                <a href={href(locale, `${REGRADES}/${id}`)}>
                  <Ref>{questionId}</Ref>
                </a>
              </th>
              <td data-label={headings[1]}>
                <Ref>{courseId}</Ref>
              </td>
              <td data-label={headings[2]}>{formatDate(proposedAt, locale)}</td>
              <td data-label={headings[3]}>{t(`regrade.states.${stateOf(about)}`)}</td>
            </tr>
          ))}
        </CardTable>
      )}
      <section className="card stack" aria-labelledby="new">
        <h2 id="new">{t('regrade.new')}</h2>
        {candidates.length === 0 ? (
          <p>{t('regrade.noCandidates')}</p>
        ) : (
          <SectionForm
            id="propose"
            action={href(locale, REGRADES)}
            fields={[
              {
                kind: 'select',
                name: 'question',
                label: t('regrade.question'),
                options: candidates.map(({ courseId, questionId, title }) => ({
                  value: `${courseId}/${questionId}`,
                  label: `${typeset(title[locale], locale)} · ${questionId}`,
                })),
              },
              { kind: 'text', name: 'reason', label: t('fields.reason'), hint: t('regrade.reasonHint') },
            ]}
            submit={t('regrade.propose')}
            state={state}
            t={t}
          />
        )}
      </section>
    </StaffPage>
  )
}

export function stateOf({ decision, endedAt }: Pick<ListedRegrade, 'decision' | 'endedAt'>) {
  if (decision === null) return 'waiting'
  if (decision === 'accepted') return endedAt ? 'done' : 'running'
  return decision
}
