import 'server-only'
import { directionOf } from '@/domain/locale'
import { typesetPdf } from '@/server/typst'
import type { Written } from './material-plans'

const NAME = 'invented-material.typ'
/** Every text comes as a string, which Typst shows as it is. */
const TEMPLATE = `#let data = json(bytes(sys.inputs.data))
#let arabic = data.direction == "rtl"
#set document(title: data.title, date: none)
#set page(paper: "a4", margin: 25mm)
#set text(
  font: if arabic { ("Amiri", "Libertinus Serif") } else { ("Libertinus Serif", "Amiri") },
  fallback: false,
  lang: data.locale,
  region: "MA",
  dir: if arabic { rtl } else { ltr },
  size: 12pt,
)
#set par(leading: 0.85em, spacing: 1.2em)
#set enum(spacing: 1em)
#set heading(bookmarked: true)
= #data.title
#for words in data.paragraphs { par(words) }
#enum(..data.points)
`

/** A page of A4, PDF/UA-1. */
export function writePdf(written: Written): Uint8Array {
  const data = JSON.stringify({ ...written, direction: directionOf(written.locale) })
  return typesetPdf({ template: NAME, inputs: { data }, files: { [NAME]: TEMPLATE } })
}
