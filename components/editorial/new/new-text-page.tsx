import type { Locale } from '@/domain/locale'
import type { Translator } from '@/i18n/translator'
import type { Field } from '../../form/field'
import { Form } from '../../form/form'
import type { FormState } from '../../form/form-state'
import { href } from '../../shell/paths'
import { Crumbs } from '../../ui/crumbs'
import type { SaidFinding } from '../say-finding'
import { type Preview, PreviewOf, Said } from '../source-page'

/** What the checks say of the files that the form makes. */
export type CheckedFiles = {
  files: readonly { path: string; text: string }[]
  findings: readonly SaidFinding[]
  preview: Preview | null
}

type Props = {
  title: string
  lead: string
  /** What the new text belongs to, shown below the title. */
  under: string
  action: string
  fields: readonly Field[]
  /** The label of the first button; the second one saves. */
  submit: string
  saves: boolean
  checked: CheckedFiles | null
  state: FormState
  locale: Locale
  t: Translator
}

/** The form of a new text, the findings of the checks on its files, and its preview. */
export function NewTextPage(props: Props) {
  const { title, lead, under, action, fields, submit, saves, checked, state, locale, t } = props
  return (
    <main id="main" className="wrap page stack">
      <Crumbs
        label={t('institutions.crumbs')}
        links={[
          { href: href(locale, '/review'), label: t('editorial.title') },
          { href: href(locale, '/review/new'), label: t('editorial.new.title') },
        ]}
      />
      <header className="stack-s">
        <h1>{title}</h1>
        <p className="muted">{under}</p>
        <p className="sm">{lead}</p>
      </header>
      {checked && <FilesFindings {...checked} t={t} />}
      <section className="card" aria-label={title}>
        <Form
          id="new-form"
          action={`${action}#findings`}
          multipart
          fields={fields}
          submit={submit}
          {...(saves && {
            also: { name: 'save', label: t('editorial.source.save'), action: `${action}#new-form-problems` },
          })}
          state={state}
          t={t}
        />
      </section>
      {checked && <PreviewOf preview={checked.preview} t={t} />}
    </main>
  )
}

function placeOf({ file, line }: SaidFinding, t: Translator): string {
  return `${file}, ${t('editorial.source.line', { number: line })}`
}

/** What was found, each with its file, its line and the words that stand there. */
export function FilesFindings({ files, findings, t }: Omit<CheckedFiles, 'preview'> & { t: Translator }) {
  const lineOf = ({ path, line }: SaidFinding) =>
    files
      .find((file) => file.path === path)
      ?.text.split('\n')
      [line - 1]?.trim() ?? ''
  return (
    <section className="card stack" id="findings" aria-labelledby="findings-title">
      <h2 id="findings-title">{t('editorial.new.findings')}</h2>
      {findings.length === 0 && <p className="note ok">{t('editorial.new.noFindings')}</p>}
      {findings.length > 0 && <p className="sm muted">{t('editorial.source.weight')}</p>}
      <ul>
        {findings.map((finding) => (
          <li key={`${finding.path} ${finding.line} ${finding.sentence}`}>
            <span className="muted">{placeOf(finding, t)}</span> <Said finding={finding} t={t} />
            {lineOf(finding) !== '' && (
              <p className="sm muted" dir="auto">
                {lineOf(finding)}
              </p>
            )}
          </li>
        ))}
      </ul>
    </section>
  )
}
