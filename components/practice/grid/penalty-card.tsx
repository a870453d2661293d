import type { Penalty } from '@/domain/case/trafficking-penalties'
import type { Locale } from '@/domain/locale'
import { formatNumber, type Translator } from '@/i18n/translator'
import { CiteLink } from '../../ui/cite-link'
import type { Citing } from '../../ui/inline'

type Props = { penalty: Penalty | null; citing: Citing; locale: Locale; t: Translator }

/** The penalty incurred according to the reference, with the paragraph that it is computed from. */
export function PenaltyCard({ penalty, citing, locale, t }: Props) {
  const target = penalty && citing(penalty.cite)
  return (
    <section className="card stack-s penalty" aria-labelledby="penalty">
      <h2 id="penalty" className="h3">
        {t('casework.grid.result.penalty')}
      </h2>
      {!penalty && <p>{t('casework.grid.result.noPenalty')}</p>}
      {penalty && (
        <>
          <p className="lead">
            <strong>
              {penalty.years
                ? t('casework.grid.result.years', { least: penalty.years[0], most: penalty.years[1] })
                : t('casework.grid.result.life')}
            </strong>
          </p>
          <p>
            {penalty.fine
              ? t('casework.grid.result.fine', {
                  least: formatNumber(penalty.fine[0], locale),
                  most: formatNumber(penalty.fine[1], locale),
                })
              : t('casework.grid.result.noFine')}
          </p>
          <p className="sm muted">
            {target && <CiteLink id={penalty.cite} href={target.href} words={target.mark} name={target.name} mark />}{' '}
            {t('casework.grid.result.computed')}
          </p>
        </>
      )}
    </section>
  )
}
