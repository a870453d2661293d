import type { Locale } from '@/domain/locale'
import { DIFFICULTIES, type Difficulty } from '@/domain/practice/effort'
import type { PracticeFile } from '@/domain/practice/practice-file'
import { formatDuration } from '@/i18n/duration'
import type { Translator } from '@/i18n/translator'

type Props = { file: Pick<PracticeFile, 'actions' | 'minutes' | 'difficulty'>; locale: Locale; t: Translator }

/** What one does with a file, how long it takes, and how hard it is. */
export function FileFacts({ file: { actions, minutes, difficulty }, locale, t }: Props) {
  return (
    <>
      {t(`casework.hub.kind.${actions[0].kind}`)} · {formatDuration(minutes, locale)} ·{' '}
      <Level difficulty={difficulty} t={t} />
    </>
  )
}

/** The difficulty in a word, and as marks for the eye. */
function Level({ difficulty, t }: { difficulty: Difficulty; t: Translator }) {
  const level = DIFFICULTIES.indexOf(difficulty)
  return (
    <span className="level">
      {t(`casework.hub.difficulty.${difficulty}`)}{' '}
      <span className="pips" aria-hidden="true">
        {DIFFICULTIES.map((each, place) => (
          <i key={each} className={place <= level ? 'on' : undefined} />
        ))}
      </span>
    </span>
  )
}
