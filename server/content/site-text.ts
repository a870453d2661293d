import 'server-only'
import { readFile } from 'node:fs/promises'
import path from 'node:path'
import type { Locale } from '@/domain/locale'
import { env } from '../env'

export type SiteText = 'privacy' | 'accessibility' | 'about' | 'help'

/**
 * A long text of the site in one language.
 *
 * A paragraph about the contact is left out while the settings name none.
 *
 * @param unset replaces the name of the controller while the settings name none, and says whom to ask.
 * @param ask whom to ask for help, inside a sentence.
 * @param terms how long each kind of data is kept, as a table of Markdown.
 */
export async function readSiteText(
  name: SiteText,
  locale: Locale,
  { unset, ask, terms }: { unset: string; ask: string; terms: string },
): Promise<string> {
  const text = await readFile(path.join(process.cwd(), 'app/texts', name, `${locale}.md`), 'utf8')
  const { controllerName, controllerContact } = env()
  const shown =
    controllerContact === undefined
      ? text
          .split('\n\n')
          .filter((one) => !one.includes('{controllerContact}'))
          .join('\n\n')
      : text
  return shown
    .replaceAll('{controllerContact}', controllerContact ?? '')
    .replaceAll('{controller}', controllerName ?? unset)
    .replaceAll('{ask}', ask)
    .replaceAll('{terms}', terms)
}
