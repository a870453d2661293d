import { lookUp } from '../../library/library'
import { readCitation } from '../../library/resolve-citation'
import { type CourseCheck, error } from './finding'

const ARTICLE = /(?:articles?|المادة|الفصل|للفصل|للمادة)\s+(\d+(?:-\d+)*)/giu
const PARAGRAPH = /(?:alinéa|paragraph|الفقرة|للفقرة)\s+(\p{L}+|\d+)/iu
const ITEM = /(\d+)°|(?:item|البند|للبند)\s+(\d+)/iu
const COUNT: Readonly<Record<string, number>> = {
  premier: 1,
  ...{ الأولى: 1, الثانية: 2, الثالثة: 3, الرابعة: 4, الخامسة: 5, السادسة: 6 },
}

/** The visible words of a citation must not name another article, paragraph or item than its id. */
export const citationLabel: CourseCheck = ({ citations }, library) =>
  citations.flatMap((use) => {
    const cited = readCitation(use.id)
    const number = cited && lookUp(library.provisions, cited.provision)?.number
    if (use.label === null || !number) return []
    const articles = [...use.label.matchAll(ARTICLE)].map((match) => match[1])
    const paragraph = count(PARAGRAPH.exec(use.label)?.[1])
    const item = count(ITEM.exec(use.label)?.slice(1).find(Boolean))
    const wrong =
      (articles.length > 0 && !articles.includes(number)) ||
      (paragraph !== null && paragraph !== (cited.paragraph ?? paragraph)) ||
      (item !== null && item !== (cited.item ?? item))
    return wrong
      ? [error(use, `the words “${use.label}” and the id “${use.id}” name different places: correct one`)]
      : []
  })

function count(word: string | undefined): number | null {
  if (word === undefined) return null
  return /^\d+$/.test(word) ? Number(word) : (COUNT[word] ?? null)
}
