import { LOCALES } from '../../locale'
import { error, type Found } from './finding'
import type { LocalizedText } from './source'

/**
 * The short texts that pages parse, by file and key. All others, such as titles and names, are also used where no
 * markup is possible: in letters, in the title of a window, in a credential.
 */
const PARSED: readonly [file: RegExp, key: RegExp][] = [
  [/^courses\/[^/]+\/course\.yaml$/, /^(audience|corrections\.\d+\.what)$/],
  [/^courses\/[^/]+\/[^/]+\/lesson\.yaml$/, /^(summary|objectives\.\d+)$/],
  [
    /^courses\/[^/]+\/([^/]+\/practice|(bank|second)\/[^/]+)\.yaml$/,
    /^\d+\.(stem|explanation|hint|options\.\d+\.(text|feedback|label)|prompts\.\d+\.text|steps\.\d+|asks?\.\d+\.label)$/,
  ],
  [
    /^courses\/[^/]+\/cases\//,
    /^(reasons(\.\d+)?|elements\.\w+\.(feedback|readings\.\d+\.text)|worksheet\.signs\.\d+\.why)$/,
  ],
  [/^library\/briefs\//, /^((elements|checks|mistakes)\.\d+\.text|degrees\.\d+\.when)$/],
  [/^library\/cases\//, /^(facts|legalPoint|outcome|reservation|prediction\.(question|comment|options\.\d+\.text))$/],
  [/^library\/(procedure-)?checklists\.yaml$/, /^\d+\.items\.\d+\.text$/],
  [/^library\/glossary\.yaml$/, /^\d+\.(note|source)$/],
  [/^library\/indicators\//, /^(lead|indicators\.\d+\.(text|ask|record))$/],
  [/^library\/law\//, /^(versions\.\d+\.summary|traps\.\d+\.text)$/],
  [/^library\/models\//, /^parts\.\d+\.(text|note)$/],
  [/^library\/referral\/entries\.yaml$/, /^\d+\.does$/],
]

const MARK = /:{1,3}[a-z]+[[{][^\]}]*[\]}]?|\{[a-z]+=|\*\*/u

/** Finds markup in a short text that is shown without being parsed: a reader would see it as typed. */
export function markedField(localized: readonly LocalizedText[]): Found[] {
  return localized.flatMap((place) =>
    LOCALES.flatMap((locale) => {
      const [mark] = MARK.exec(place.texts[locale] ?? '') ?? []
      if (mark === undefined || isParsed(place)) return []
      return [error(place, `“${mark}” would be shown as it is typed here: write the words without it`)]
    }),
  )
}

function isParsed({ path, key }: LocalizedText): boolean {
  return PARSED.some(([file, name]) => file.test(path) && name.test(key))
}
