import type { TextBlock } from '@/domain/editorial/text-block'
import { directionOf, LOCALES, type Locale } from '@/domain/locale'
import type { Translator } from '@/i18n/translator'
import { Form } from '../form/form'
import type { FormState } from '../form/form-state'
import { LANGUAGE_NAMES } from '../shell/language-names'
import { href } from '../shell/paths'
import { FinishedHtml } from '../ui/finished-html'
import { Text } from '../ui/text'
import { ReviewFrame, type ReviewHead } from './review-frame'
import type { SaidFinding } from './say-finding'

/** The preview of the changed text: its blocks, and the HTML of each by language. */
export type Preview = {
  blocks: readonly TextBlock[]
  html: Readonly<Record<Locale, ReadonlyMap<string, string>>>
}

type Props = {
  head: ReviewHead
  file: { path: string; text: string; hash: string; language: Locale | null; paths: readonly string[] }
  draft: string
  /** All files of the text can be changed together. */
  together: boolean
  /** The program of the editor, which the page loads when it is asked for. */
  editor: string
  /** What was found in what was typed; null before it was checked. */
  checked: { typed: string; findings: readonly SaidFinding[]; preview: Preview | null } | null
  state: FormState
  locale: Locale
  t: Translator
}

/** The files of a text with one of them open for changes, the findings of the checks, and the preview of the text. */
export function SourcePage({ head, file, draft, together, editor, checked, state, locale, t }: Props) {
  const source = href(locale, `${head.path}/source`)
  const queryOf = (path: string) => `?file=${encodeURIComponent(path)}`
  const address = (path: string) => source + queryOf(path)
  return (
    <ReviewFrame head={head} view="source" locale={locale} t={t}>
      <nav aria-label={t('editorial.source.files')}>
        <ul>
          {file.paths.map((path) => (
            <li key={path}>
              <a href={address(path)} dir="ltr" aria-current={path === file.path ? 'page' : undefined}>
                {path}
              </a>
            </li>
          ))}
          {together && (
            <li>
              <a href={`${source}/all`}>{t('editorial.source.together')}</a>
            </li>
          )}
        </ul>
      </nav>
      {checked && <Findings path={file.path} {...checked} t={t} />}
      <section className="card stack" aria-labelledby="source">
        <h2 id="source" dir="ltr">
          {file.path}
        </h2>
        <div
          data-source-editor=""
          data-path={file.path}
          data-check={`${source}/check${queryOf(file.path)}`}
          data-editor={editor}
          data-label={`${t('fields.sourceText')}, ${file.path}`}
          data-open={t('editorial.source.editor.open')}
          data-plain={t('editorial.source.editor.plain')}
          data-failed={t('editorial.source.editor.failed')}
          data-errors={t('editorial.source.editor.errors')}
          data-remarks={t('editorial.source.editor.remarks')}
          data-elsewhere={t('editorial.source.editor.elsewhere')}
          data-moved={t('editorial.source.moved')}
          data-paused={t('editorial.source.editor.paused')}
        >
          <SourceForm action={address(file.path)} file={file} draft={draft} state={state} t={t} />
        </div>
      </section>
      {checked && <PreviewOf preview={checked.preview} t={t} />}
    </ReviewFrame>
  )
}

type FormProps = Pick<Props, 'file' | 'draft' | 'state' | 't'> & { action: string }

function SourceForm({ action, file, draft, state, t }: FormProps) {
  const lang = file.language ?? 'en'
  return (
    <Form
      id="source-form"
      action={`${action}#findings`}
      multipart
      fields={[
        { kind: 'hidden', name: 'draft', value: state.values.draft ?? draft },
        // The hash of the file when it was opened: a text typed in an older state must not undo later changes.
        { kind: 'hidden', name: 'was', value: state.values.was ?? file.hash },
        {
          kind: 'area',
          name: 'sourceText',
          label: t('fields.sourceText'),
          hint: t('editorial.source.hint'),
          value: file.text,
          rows: 24,
          dir: file.language ? directionOf(file.language) : 'ltr',
          lang,
        },
        { kind: 'text', name: 'sourceSummary', label: t('fields.sourceSummary'), hint: t('editorial.source.toSave') },
        { kind: 'area', name: 'wordingReason', label: t('fields.wordingReason'), hint: t('editorial.source.toSave') },
      ]}
      submit={t('editorial.source.check')}
      also={{ name: 'save', label: t('editorial.source.save'), action: `${action}#source-form-problems` }}
      state={state}
      t={t}
    />
  )
}

/** The number of lines shown around a line with a finding. */
const AROUND = 1

type FindingsProps = { path: string; typed: string; findings: readonly SaidFinding[]; t: Translator }

/** What was found, and below it the lines that it is about. */
function Findings({ path, typed, findings, t }: FindingsProps) {
  const here = findings.filter((finding) => finding.path === path)
  const lines = typed.split('\n')
  const shown = lines.flatMap((text, place) =>
    here.some(({ line }) => Math.abs(line - 1 - place) <= AROUND) ? [{ text, line: place + 1 }] : [],
  )
  return (
    <section className="card stack" id="findings" aria-labelledby="findings-title">
      <h2 id="findings-title">{t('editorial.source.findings')}</h2>
      {findings.length === 0 && <p className="note ok">{t('editorial.source.noFindings')}</p>}
      {findings.length > 0 && <p className="sm muted">{t('editorial.source.weight')}</p>}
      <ul>
        {findings.map((finding) => (
          <li key={`${finding.path} ${finding.line} ${finding.sentence}`}>
            {finding.path === path ? (
              <a href={`#line-${finding.line}`}>{t('editorial.source.line', { number: finding.line })}</a>
            ) : (
              <span className="muted">{finding.file}</span>
            )}{' '}
            <Said finding={finding} t={t} />
          </li>
        ))}
      </ul>
      {shown.length > 0 && (
        <ol dir="ltr" className="plain stack-s" aria-label={t('editorial.source.lines')}>
          {shown.map(({ text, line }) => (
            <li key={line} id={`line-${line}`}>
              <b className="muted">{line}</b> <bdi dir="auto">{text}</bdi>
              {here
                .filter((finding) => finding.line === line)
                .map((finding) => (
                  <p key={finding.sentence} className="sm">
                    <Said finding={finding} t={t} />
                  </p>
                ))}
            </li>
          ))}
        </ol>
      )}
    </section>
  )
}

export function Said({ finding: { severity, sentence }, t }: { finding: SaidFinding; t: Translator }) {
  return (
    <>
      <span className={severity === 'error' ? 'chip bad' : 'chip warn'}>{t(`editorial.source.${severity}`)}</span>{' '}
      <Text>{sentence}</Text>
    </>
  )
}

type PreviewProps = {
  preview: Preview | null
  /** Shows one language; the others are links. A whole text in three languages is a heavy page. */
  only?: { language: Locale; hrefOf: (language: Locale) => string }
  t: Translator
}

export function PreviewOf({ preview, only, t }: PreviewProps) {
  const hrefOf = only?.hrefOf ?? ((language: Locale) => `#preview-${language}`)
  return (
    <section className="stack" aria-labelledby="preview">
      <h2 id="preview">{t('editorial.source.preview')}</h2>
      {!preview && <p className="note warn">{t('editorial.source.noPreview')}</p>}
      {preview && (
        <ul className="plain row">
          {LOCALES.map((each) => (
            <li key={each}>
              <a href={hrefOf(each)} lang={each} aria-current={each === only?.language ? 'true' : undefined}>
                {LANGUAGE_NAMES[each]}
              </a>
            </li>
          ))}
        </ul>
      )}
      {preview &&
        (only ? [only.language] : LOCALES).map((each) => <PreviewIn key={each} preview={preview} language={each} />)}
    </section>
  )
}

function PreviewIn({ preview: { blocks, html }, language }: { preview: Preview; language: Locale }) {
  return (
    <article className="card stack" id={`preview-${language}`} lang={language} dir={directionOf(language)}>
      <h3>{LANGUAGE_NAMES[language]}</h3>
      {blocks.map(({ id, kind }) => (
        <section key={id} id={kind === 'passage' ? undefined : `${language}-${id}`}>
          <FinishedHtml html={html[language].get(id) ?? ''} />
        </section>
      ))}
    </article>
  )
}
