import type { CertaintyScore } from '@/domain/question/own-certainty'
import type { Translator } from '@/i18n/translator'

type Props = { scores: readonly CertaintyScore[]; t: Translator }

/**
 * Her certainty compared with her results. Answers that she was sure of but got wrong come first: she should revise
 * them.
 */
export function OwnCertaintyTable({ scores, t }: Props) {
  const wrong = scores.find(({ certainty }) => certainty === 'sure')?.missed ?? []
  return (
    <section className="stack" aria-labelledby="own-certainty">
      <h2 id="own-certainty">{t('exam.result.ownCertainty')}</h2>
      {wrong.length > 0 && (
        <div className="note warn sure-wrong">
          <p>
            <strong>{t('exam.result.sureWrong', { count: wrong.length })}</strong>
          </p>
          <ul className="row plain">
            {wrong.map((position) => (
              <li key={position}>
                <a href={`#q${position}`}>{t('exam.result.question', { n: position })}</a>
              </li>
            ))}
          </ul>
        </div>
      )}
      <table className="certainty-scores">
        <thead>
          <tr>
            <th scope="col">{t('exam.certainty')}</th>
            <th scope="col">{t('exam.result.answers')}</th>
            <th scope="col">{t('exam.result.notRight')}</th>
          </tr>
        </thead>
        <tbody>
          {scores.map(({ certainty, given, missed }) => (
            <tr key={certainty}>
              <th scope="row">{t(`exam.${certainty}`)}</th>
              <td className="num">{given}</td>
              <td className="num">{missed.length}</td>
            </tr>
          ))}
        </tbody>
      </table>
    </section>
  )
}
