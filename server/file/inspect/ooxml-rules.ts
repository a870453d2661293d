import 'server-only'
import { parseXml, XmlElement } from '@rgrove/parse-xml'
import type { FileProblem } from '@/domain/file/material-file'

/** Why a part of an Office file is refused: it would run, embed or load something. Null if it is fine. */
export function ooxmlProblem(name: string, text: string): FileProblem | null {
  if (name.toLowerCase() === '[content_types].xml') return typesProblem(text)
  return name.toLowerCase().endsWith('.rels') ? relationsProblem(text) : null
}

/** Refuses other kinds of presentation, such as one with macros, by the list of types, whatever the file is called. */
export function presentationProblem(name: string, text: string): FileProblem | null {
  if (name.toLowerCase() !== '[content_types].xml') return null
  const types = elementsOf(text, 'Override')
  const main = types.find(({ PartName = '' }) => PartName.toLowerCase() === '/ppt/presentation.xml')
  return main?.ContentType?.toLowerCase() === MAIN_TYPE ? null : 'type'
}

const MAIN_TYPE = 'application/vnd.openxmlformats-officedocument.presentationml.presentation.main+xml'

function typesProblem(text: string): FileProblem | null {
  const types = [...elementsOf(text, 'Override'), ...elementsOf(text, 'Default')]
  const all = types.map(({ ContentType = '' }) => ContentType).join('\n')
  if (/macroEnabled|vbaProject|activeX/i.test(all)) return 'macros'
  return /oleObject|application\/x-ms|application\/java/i.test(all) ? 'embedded' : null
}

/** A link that a person clicks may lead out; nothing else may. */
function relationsProblem(text: string): FileProblem | null {
  for (const { Type = '', Target = '', TargetMode = '' } of elementsOf(text, 'Relationship')) {
    if (/vbaProject|activeX/i.test(Type)) return 'macros'
    const leadsOut = TargetMode.toLowerCase() === 'external' || /^[a-z][a-z\d+.-]*:|^[\\/]{2}/i.test(Target)
    if (leadsOut && !(/\/hyperlink$/.test(Type) && /^(https?:\/\/|mailto:)/i.test(Target))) return 'external'
  }
  return null
}

/** @throws for text that is no XML */
function elementsOf(text: string, name: string): Record<string, string>[] {
  const found: Record<string, string>[] = []
  const visit = (element: XmlElement) => {
    if (element.name.split(':').at(-1) === name) found.push(element.attributes)
    for (const child of element.children) if (child instanceof XmlElement) visit(child)
  }
  const { root } = parseXml(text)
  if (root) visit(root)
  return found
}
