import type { Locale } from '@/domain/locale'
import { nameIn } from '@/domain/person/name-in'
import type { Translator } from '@/i18n/translator'
import type { Field } from '../form/field'
import { Form } from '../form/form'
import { type FormState, UNTOUCHED } from '../form/form-state'
import { fieldName } from './block-labels'

/** A reviewer who may be mentioned. */
export type Mentionable = { signer: string; nameArabic: string; nameLatin: string; function: string }
type Common = { action: string; draft: string; state: FormState; locale: Locale; t: Translator }

type CommentProps = Common & {
  /** Empty for the text as a whole. */
  block: string
  /** The hash of the block that is shown; empty for the text as a whole. */
  was: string
  /** Empty for a new thread. */
  thread: string
  people: readonly Mentionable[]
}

/** The form of a comment, or of an answer in a thread. */
export function CommentForm({ block, was, thread, people, action, draft, state, locale, t }: CommentProps) {
  const mine = state.form === 'comment' ? state : UNTOUCHED
  const ticked = new Set((mine.values.mentions ?? '').split(' '))
  const fields: Field[] = [
    { kind: 'hidden', name: 'act', value: 'comment' },
    { kind: 'hidden', name: 'draft', value: mine.values.draft ?? draft },
    { kind: 'hidden', name: 'block', value: block },
    { kind: 'hidden', name: 'was', value: was },
    { kind: 'hidden', name: 'thread', value: thread },
    { kind: 'area', name: 'commentText', label: t('fields.commentText') },
  ]
  if (thread === '') {
    fields.push({ kind: 'tick', name: 'source', label: t('editorial.text.reportSource') })
  }
  if (people.length > 0) {
    fields.push({
      kind: 'choices',
      name: 'mentions',
      label: t('editorial.text.mention'),
      hint: t('editorial.text.mentionHint'),
      options: people.map((person) => ({
        value: person.signer,
        label: `${nameIn(person, locale)} · ${person.function}`,
        chosen: ticked.has(person.signer),
      })),
    })
  }
  return (
    <Form
      id="comment"
      action={`${action}#comment-problems`}
      fields={fields}
      submit={t('editorial.text.send')}
      state={mine}
      look="plain"
      t={t}
    />
  )
}

export type ProposableField = { key: string; text: string; was: string }
type WordingProps = Common & { block: string; field: ProposableField; language: Locale }

/** The form of another wording. It holds the source, with the marks of its citations. */
export function WordingForm({ block, field, action, draft, state, locale, t }: WordingProps) {
  const id = 'wording'
  const mine = state.form === `wording ${field.key}` ? state : UNTOUCHED
  return (
    <Form
      id={`${id}-${field.key.replaceAll('.', '-') || 'text'}`}
      action={`${action}#at`}
      fields={[
        { kind: 'hidden', name: 'act', value: 'wording' },
        { kind: 'hidden', name: 'draft', value: mine.values.draft ?? draft },
        { kind: 'hidden', name: 'block', value: block },
        { kind: 'hidden', name: 'field', value: field.key },
        { kind: 'hidden', name: 'was', value: field.was },
        {
          kind: 'area',
          name: 'wordingText',
          label:
            field.key === ''
              ? t('fields.wordingText')
              : `${t('fields.wordingText')} (${fieldName(field.key, locale, t) ?? field.key})`,
          hint: t('editorial.text.wordingHint'),
          value: field.text,
        },
        { kind: 'area', name: 'wordingReason', label: t('fields.wordingReason') },
      ]}
      submit={t('editorial.text.propose')}
      state={mine}
      look="plain"
      t={t}
    />
  )
}
