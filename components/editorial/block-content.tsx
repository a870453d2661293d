import { Fragment } from 'react'
import type { BlockField, TextBlock } from '@/domain/editorial/text-block'
import { directionOf, LOCALES, type Locale } from '@/domain/locale'
import type { Translator } from '@/i18n/translator'
import { Inline } from '../ui/inline'
import { fieldName } from './block-labels'

type Props = { block: TextBlock; language: Locale; t: Translator }

/** A field of an entry, or a question with its key and its feedback, as a reviewer reads it. */
export function BlockContent({ block, language, t }: Props) {
  return block.kind === 'question' ? (
    <QuestionContent block={block} language={language} t={t} />
  ) : (
    <Fields fields={block.fields} language={language} t={t} />
  )
}

/** Every field with its key. Quoted law and the names of a term show all their languages, since all are signed. */
function Fields({ fields, language, t }: { fields: readonly BlockField[] } & Omit<Props, 'block'>) {
  const [only, ...others] = fields
  // The block is named by the key of its only field.
  if (only && others.length === 0) {
    return languagesOf(only, language).map((each) => (
      <p key={each} {...tongueOf(only, each)}>
        <FieldText field={only} language={each} />
      </p>
    ))
  }
  return (
    <dl className="text-fields">
      {fields.map((field) => (
        <Fragment key={field.key}>
          <Key field={field.key} language={language} t={t} />
          {languagesOf(field, language).map((each) => (
            <dd key={each} {...tongueOf(field, each)}>
              <FieldText field={field} language={each} />
            </dd>
          ))}
        </Fragment>
      ))}
    </dl>
  )
}

function Key({ field, language, t }: { field: string } & Omit<Props, 'block'>) {
  const name = fieldName(field, language, t)
  return name === null ? (
    <dt dir="ltr" lang="en">
      {field}
    </dt>
  ) : (
    <dt>{name}</dt>
  )
}

function languagesOf({ texts, whole }: BlockField, language: Locale): readonly Locale[] {
  return (whole ? LOCALES : [language]).filter((each) => texts[each] !== undefined)
}

/** Data that is not wording is written in Latin letters. */
function tongueOf({ data }: BlockField, language: Locale) {
  return data ? { lang: 'en', dir: 'ltr' } : { lang: language, dir: directionOf(language) }
}

function FieldText({ field, language }: { field: BlockField; language: Locale }) {
  const text = field.texts[language] ?? ''
  return field.data ? text : <Inline source={text} locale={language} />
}

/** What is asked, the options with the key, and the feedback; all else that is signed with it stands below. */
function QuestionContent({ block, language, t }: Props) {
  const value = (key: string) => block.fields.find((field) => field.key === key)
  const items = itemsOf(block.fields)
  const key = new Set(
    block.fields.filter((field) => isKey(field.key)).flatMap((field) => (field.texts.ar ?? '').split(', ')),
  )
  const rest = block.fields.filter(
    (field) => field.key !== 'stem' && field.key !== 'explanation' && !ITEM.test(field.key),
  )
  const line = (field: BlockField | undefined) =>
    field?.texts[language] !== undefined && <Inline source={field.texts[language]} locale={language} />
  return (
    <div className="stack-s">
      <div lang={language} dir={directionOf(language)} className="stack-s">
        <p>
          <strong>{line(value('stem'))}</strong>
        </p>
        <ul>
          {items.map(({ at, id }) => (
            <li key={at}>
              {line(value(`${at}.text`)) || id}
              {key.has(id) && at.startsWith('options') && (
                <span className="text-key"> ✓ {t('editorial.text.key')}</span>
              )}
              {value(`${at}.feedback`) && <p className="sm muted">{line(value(`${at}.feedback`))}</p>}
            </li>
          ))}
        </ul>
        {value('explanation') && <p className="note">{line(value('explanation'))}</p>}
      </div>
      <details>
        <summary className="sm">{t('editorial.text.alsoSigned')}</summary>
        <Fields fields={rest} language={language} t={t} />
      </details>
    </div>
  )
}

const ITEM = /^([a-z]+\.\d+)\.(id|text|feedback)$/i
const isKey = (key: string) => key === 'correct' || key.startsWith('correct.')

/** The items of its lists that have a text: options, prompts and the like. */
function itemsOf(fields: readonly BlockField[]): { at: string; id: string }[] {
  const ids = new Map<string, string>()
  for (const { key, texts } of fields) {
    const [, at, part] = ITEM.exec(key) ?? []
    if (at !== undefined) ids.set(at, part === 'id' ? (texts.ar ?? '') : (ids.get(at) ?? ''))
  }
  return [...ids].map(([at, id]) => ({ at, id }))
}
