import 'server-only'
import { readFile } from 'node:fs/promises'
import path from 'node:path'
import type { Locale } from '@/domain/locale'
import { env } from '../env'

export type SiteText = 'privacy' | 'accessibility' | 'about'

/**
 * A long text of the site in one language.
 *
 * @param unset the text in place of the controller while the settings name none.
 * @param terms how long each kind of data is kept, as a table of Markdown.
 */
export async function readSiteText(
  name: SiteText,
  locale: Locale,
  { unset, terms }: { unset: string; terms: string },
): Promise<string> {
  const text = await readFile(path.join(process.cwd(), 'app/texts', name, `${locale}.md`), 'utf8')
  const { controllerName, controllerContact } = env()
  return text
    .replaceAll('{controllerContact}', controllerContact ?? unset)
    .replaceAll('{controller}', controllerName ?? unset)
    .replaceAll('{terms}', terms)
}
