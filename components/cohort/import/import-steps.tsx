import type { Translator } from '@/i18n/translator'

const STEPS = ['file', 'columns', 'values', 'confirm'] as const
export type ImportStep = (typeof STEPS)[number]
/** `here`: the address of the import. `again`: of the page that takes a file. */
type Props = { at: ImportStep; here: string; again: string; t: Translator }

/** The steps of an import. Each can be opened at any time before the start. */
export function ImportSteps({ at, here, again, t }: Props) {
  const now = STEPS.indexOf(at)
  return (
    <nav aria-label={t('cohorts.import.steps.label')}>
      <ol className="plain import-steps">
        {STEPS.map((step, place) => (
          <li key={step} className={place < now ? 'done' : undefined} aria-current={step === at ? 'step' : undefined}>
            {step === at ? (
              t(`cohorts.import.steps.${step}`)
            ) : (
              <a href={step === 'file' ? again : `${here}/${step}`}>{t(`cohorts.import.steps.${step}`)}</a>
            )}
          </li>
        ))}
      </ol>
    </nav>
  )
}
