import type { DocumentContext } from '@/app/document'
import type { DocumentPage } from '@/app/document-content'
import { cohortDays, institutionName } from '@/components/cohort/cohort-words'
import { LANGUAGE_NAMES } from '@/components/shell/language-names'
import { href } from '@/components/shell/paths'
import { Facts } from '@/components/ui/facts'
import { Name } from '@/components/ui/name'
import { typeset } from '@/i18n/typography'
import { titleOf } from '@/server/cohort/entry/entry-options'
import type { Outlook } from '@/server/cohort/entry/join'
import type { Way } from '@/server/cohort/entry/open-cohort'

type Open = Extract<Outlook, { status: 'open' }>

/** What she is about to join, and what that means for her: before she presses. */
export async function confirmPage({ locale, t }: DocumentContext, open: Open, way: Way): Promise<DocumentPage> {
  const { cohort, institution, place, stands } = open
  const title = typeset((await titleOf(open))[locale], locale)
  const main = (
    <main id="main" className="wrap page">
      <div className="narrow stack">
        <p className="sm muted">{t('join.title')}</p>
        <h1>{title}</h1>
        <Facts
          facts={[
            { label: t('join.institution'), value: <bdi>{institutionName(institution, locale)}</bdi> },
            { label: t('cohorts.list.name'), value: <Name>{cohort.name}</Name> },
            { label: t('cohorts.list.days'), value: cohortDays(cohort, locale, t) },
            {
              label: t('join.language'),
              value: <span lang={cohort.locale}>{LANGUAGE_NAMES[cohort.locale]}</span>,
            },
          ]}
        />
        {!stands && (
          <>
            <div className="note stack-s">
              <p>{t('join.seen')}</p>
              <p>{t('join.notSeen')}</p>
            </div>
            <p>{t(`join.outlook.${place}`)}</p>
            <form method="post" action={href(locale, '/join')}>
              <input type="hidden" {...('code' in way ? field('code', way.code) : field('cohort', way.cohortId))} />
              <button type="submit" className="btn primary">
                {t(`join.press.${place}`)}
              </button>
            </form>
          </>
        )}
        {stands && (
          <>
            <p className="note ok">{t(`join.stands.${place}`)}</p>
            <p>
              <a
                className="btn primary"
                href={href(locale, place === 'active' ? `/courses/${cohort.courseId}` : '/learning#requests')}
              >
                {t(place === 'active' ? 'join.toCourse' : 'join.toRequests')}
              </a>
            </p>
          </>
        )}
        <p>
          <a href={href(locale, '/join')}>{t('join.other')}</a>
        </p>
      </div>
    </main>
  )
  return { title, main, index: false, secretAddress: true }
}

function field(name: 'code' | 'cohort', value: string) {
  return { name, value }
}
