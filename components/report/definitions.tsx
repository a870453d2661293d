import { definition, type Sheet, type Words } from './sheet'

type Props = { sheets: readonly Sheet[]; day: string; words: Words }

/** What each figure counts, where the figures link to. */
export function Definitions({ sheets, day, words: { t } }: Props) {
  return (
    <section className="card stack-s definitions" aria-labelledby="definitions">
      <h2 id="definitions">{t('report.definitions')}</h2>
      <dl className="sm prose">
        {sheets.map(({ key, title, defined }) => (
          <div key={key} id={`def-${defined}`}>
            <dt>
              <strong>{title}</strong>{' '}
            </dt>
            <dd>{t('cohorts.learning.note', { definition: definition(defined, t), date: day })} </dd>
          </div>
        ))}
      </dl>
      <p className="sm prose">{t('report.protection')}</p>
    </section>
  )
}
