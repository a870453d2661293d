import { createElement, Fragment, type ReactNode } from 'react'
import type { CaseBlock, CaseDocument, CasePart } from '@/domain/case/case-text'
import type { Locale } from '@/domain/locale'
import { typeset } from '@/i18n/typography'
import { CiteLink } from '../../ui/cite-link'
import type { Citing } from '../../ui/inline'
import { Ref } from '../../ui/ref'
import { Text } from '../../ui/text'

type Props = { paper: CaseDocument; citing: Citing; locale: Locale }

/** The words of a document of the file. */
export function PaperText({ paper, citing, locale }: Props) {
  const set = (parts: readonly CasePart[]) => setParts(parts, citing, locale)
  // Blocks never change their order, so they need no keys.
  return createElement(Fragment, null, ...paper.blocks.map((block) => renderBlock(block, set)))
}

function renderBlock(block: CaseBlock, set: (parts: readonly CasePart[]) => ReactNode): ReactNode {
  if (block.kind === 'paragraph') return <p>{set(block.parts)}</p>
  if (block.kind === 'list') {
    const items = block.items.map((parts) => <li key={keyOf(parts)}>{set(parts)}</li>)
    return block.ordered ? <ol>{items}</ol> : <ul>{items}</ul>
  }
  return (
    <table>
      <thead>
        <tr>
          {block.head.map((cell) => (
            <th key={keyOf(cell)} scope="col">
              {set(cell)}
            </th>
          ))}
        </tr>
      </thead>
      <tbody>
        {block.rows.map((cells) => (
          <tr key={cells.map(keyOf).join('|')}>
            {cells.map((cell) => (
              <td key={keyOf(cell)}>{set(cell)}</td>
            ))}
          </tr>
        ))}
      </tbody>
    </table>
  )
}

function setParts(parts: readonly CasePart[], citing: Citing, locale: Locale): ReactNode {
  return parts.map((part, place) => {
    const key = `${part.kind}-${place + 1}`
    if (part.kind === 'fact') return <span key={key}>{setParts(part.parts, citing, locale)}</span>
    const text = typeset(part.text, locale)
    if (part.kind === 'ref') return <Ref key={key}>{text}</Ref>
    const target = part.kind === 'cite' ? citing(part.cite) : null
    if (part.kind === 'cite' && target)
      return <CiteLink key={key} id={part.cite} words={text} href={target.href} name={target.name} />
    const words = (
      <Text key={key} locale={locale}>
        {text}
      </Text>
    )
    return part.kind === 'strong' ? <strong key={key}>{words}</strong> : words
  })
}

function keyOf(parts: readonly CasePart[]): string {
  return parts.map((part) => (part.kind === 'fact' ? part.id : part.text)).join('')
}
