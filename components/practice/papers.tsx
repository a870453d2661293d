import { createElement, Fragment } from 'react'
import type { CaseBlock, CaseDocument, CasePart } from '@/domain/case/case-text'
import type { Locale } from '@/domain/locale'
import type { Translator } from '@/i18n/translator'
import { typeset } from '@/i18n/typography'
import { Ref } from '../ui/ref'
import { Scrolling } from '../ui/scrolling'
import { setText } from '../ui/text'
import { FactNo } from './fact-no'

type Texts = { locale: Locale; t: Translator }

/** The documents of an invented file, each a paper of its own; facts carry their numbers. */
export function Papers({ papers, locale, t }: Texts & { papers: readonly CaseDocument[] }) {
  return papers.map((paper) => (
    <article
      key={paper.id}
      id={paper.id}
      className={`dossier-paper dossier-${paper.kind}`}
      aria-labelledby={`${paper.id}-title`}
    >
      <p className="xs muted">{t(`casework.document.${paper.kind}`)}</p>
      <h3 id={`${paper.id}-title`}>{typeset(paper.title, locale)}</h3>
      {createElement(Fragment, null, ...paper.blocks.map((block) => renderBlock(block, locale)))}
    </article>
  ))
}

function renderBlock(block: CaseBlock, locale: Locale) {
  if (block.kind === 'paragraph') {
    return (
      <p>
        <Parts parts={block.parts} locale={locale} />
      </p>
    )
  }
  if (block.kind === 'list') {
    const items = block.items.map((parts, place) => (
      <li key={wordsKey(parts, place)}>
        <Parts parts={parts} locale={locale} />
      </li>
    ))
    return block.ordered ? <ol>{items}</ol> : <ul>{items}</ul>
  }
  return (
    <Scrolling>
      <table>
        <thead>
          <tr>
            {block.head.map((parts, place) => (
              <th key={wordsKey(parts, place)} scope="col">
                <Parts parts={parts} locale={locale} />
              </th>
            ))}
          </tr>
        </thead>
        <tbody>
          {block.rows.map((row, line) => (
            <tr key={wordsKey(row[0] ?? [], line)}>
              {row.map((parts, place) => (
                <td key={wordsKey(parts, place)}>
                  <Parts parts={parts} locale={locale} />
                </td>
              ))}
            </tr>
          ))}
        </tbody>
      </table>
    </Scrolling>
  )
}

/** The parts of a sentence never change their order, so they need no keys. */
function Parts({ parts, locale }: { parts: readonly CasePart[]; locale: Locale }) {
  return createElement(Fragment, null, ...parts.map((part) => renderPart(part, locale)))
}

function renderPart(part: CasePart, locale: Locale) {
  if (part.kind === 'fact') {
    return (
      <span id={part.id} className="fact">
        <FactNo id={part.id} /> <Parts parts={part.parts} locale={locale} />
      </span>
    )
  }
  if (part.kind === 'ref') return <Ref>{part.text}</Ref>
  const words = setText(typeset(part.text, locale), locale)
  return part.kind === 'strong' ? <strong>{words}</strong> : words
}

function wordsKey(parts: readonly CasePart[], place: number): string {
  return `${place}.${parts.length}`
}
