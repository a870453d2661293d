import { directionOf, type Locale } from '@/domain/locale'
import type { Translator } from '@/i18n/translator'
import { Form } from '../form/form'
import type { FormState } from '../form/form-state'
import { href } from '../shell/paths'
import { type CheckedFiles, FilesFindings } from './new/new-text-page'
import { ReviewFrame, type ReviewHead } from './review-frame'
import { PreviewOf } from './source-page'

type Props = {
  head: ReviewHead
  files: readonly { path: string; text: string; hash: string; language: Locale | null }[]
  draft: string
  checked: CheckedFiles | null
  state: FormState
  locale: Locale
  t: Translator
}

/**
 * All files of a text on one page, so that what is added in one language can be added in the others in one proposal.
 */
export function SourcesPage({ head, files, draft, checked, state, locale, t }: Props) {
  const address = href(locale, `${head.path}/source/all`)
  const hint = t('editorial.source.toSave')
  return (
    <ReviewFrame head={head} view="source" locale={locale} t={t}>
      <p className="sm">{t('editorial.source.togetherLead')}</p>
      {checked && <FilesFindings {...checked} t={t} />}
      <section className="card" aria-label={t('editorial.source.together')}>
        <Form
          id="sources-form"
          action={`${address}#findings`}
          multipart
          fields={[
            { kind: 'hidden', name: 'draft', value: state.values.draft || draft },
            ...files.flatMap(({ path, text, hash, language }, place) => [
              { kind: 'hidden' as const, name: `was.${place}`, value: state.values[`was.${place}`] || hash },
              {
                kind: 'area' as const,
                name: `sourceText.${place}`,
                label: path,
                value: text,
                rows: 18,
                dir: language ? directionOf(language) : ('ltr' as const),
                lang: language ?? 'en',
              },
            ]),
            { kind: 'text', name: 'sourceSummary', label: t('fields.sourceSummary'), hint },
            { kind: 'area', name: 'wordingReason', label: t('fields.wordingReason'), hint },
          ]}
          submit={t('editorial.source.check')}
          also={{ name: 'save', label: t('editorial.source.save'), action: `${address}#sources-form-problems` }}
          state={state}
          t={t}
        />
      </section>
      {checked && <PreviewOf preview={checked.preview} t={t} />}
    </ReviewFrame>
  )
}
