import { error, type TextCheck } from './finding'
import { namedArticles } from './references-in'

/** An article that a text names must have a text or a card in the library, so that readers can open it. */
export const namedArticle: TextCheck = (texts, { provisions }) => {
  const known = new Set(Object.values(provisions).map(({ number }) => number))
  return texts
    .filter(({ role }) => role === 'prose')
    .flatMap((run) =>
      namedArticles(run.text)
        .filter((number) => !known.has(number))
        .map((number) =>
          error(
            run,
            `article ${number} is named, and library/law has no article of that number: add it, or write :ref[${number}] if it is of a foreign law`,
          ),
        ),
    )
}
