import type { DocumentContext } from '@/app/document'
import { href } from '@/components/shell/paths'
import type { KeptReport } from '@/domain/cohort/report/report'
import { formatDate, formatLooseDate } from '@/i18n/translator'
import { env } from '@/server/env'
import { type Crumb, teachPage } from '../institutions/teach-page'
import { SheetSection } from './sheet-section'
import { sheetsOf } from './sheets'

type Props = { title: string; crumbs: readonly Crumb[]; path: string; kept: KeptReport }

/** A report as it was kept, and how to cite it. */
export function keptReport(context: DocumentContext, { title, crumbs, path, kept }: Props) {
  const { locale, t } = context
  const { day, keptAt, report } = kept
  const words = { locale, t }
  const date = formatLooseDate(day, locale)
  return teachPage(context, {
    title: t('report.keptTitle', { title, date }),
    crumbs,
    children: (
      <div className="stack dashboard report">
        <section className="card stack-s" aria-labelledby="cite">
          <h2 id="cite">{t('report.cite')}</h2>
          <p className="prose">
            {t.rich('report.citation', {
              title: () => <bdi>{title}</bdi>,
              date,
              path: () => <bdi dir="ltr">{`${env().publicUrl}${href(locale, path)}`}</bdi>,
            })}
          </p>
          <p className="sm muted prose">{t('report.keptNote', { date: formatDate(keptAt, locale) })}</p>
          <p className="sm muted prose">{t('report.protection')}</p>
        </section>
        {sheetsOf(report, words).map((sheet) => (
          <SheetSection key={sheet.key} sheet={sheet} day={date} words={words} />
        ))}
      </div>
    ),
  })
}
