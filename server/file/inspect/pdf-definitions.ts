import 'server-only'
import {
  PDFContext,
  PDFDict,
  PDFName,
  type PDFObject,
  PDFObjectParser,
  PDFObjectStreamParser,
  PDFRawStream,
  PDFRef,
} from '@cantoo/pdf-lib'

// Blanks and comments may stand between the words of a heading.
const BLANK = String.raw`(?:[\0\s]|%[^\r\n]*[\r\n])`
const HEADING = new RegExp(String.raw`(?<!\d)(\d{1,10})${BLANK}+\d{1,5}${BLANK}*obj(?![A-Za-z])`, 'g')

/**
 * Every definition of every object that stands in the bytes of a PDF, in streams of objects, or inside another stream.
 * A library reads a file from its front and keeps the last definition of an object; a viewer takes the one to which the
 * table of references points, which may be any of them.
 */
export type Definitions = {
  all: readonly PDFObject[]
  /** What a value may be: itself, or all definitions of the object to which it refers. */
  of: (value: PDFObject | undefined) => readonly PDFObject[]
}

/** @param context what the library read. @throws {Error} if something that begins like an object is none */
export async function definitionsIn(bytes: Buffer, context: PDFContext): Promise<Definitions> {
  const byNumber = new Map<number, PDFObject[]>()
  const add = (number: number, object: PDFObject) => {
    const before = byNumber.get(number)
    if (before) before.push(object)
    else byNumber.set(number, [object])
  }
  for (const [ref, object] of context.enumerateIndirectObjects()) add(ref.objectNumber, object)
  for (const { index, 0: heading, 1: number } of bytes.toString('latin1').matchAll(HEADING)) {
    const object = PDFObjectParser.forBytes(bytes.subarray(index + heading.length), context).parseObject()
    add(Number(number), object)
    for (const [ref, packed] of await packedIn(object)) add(ref.objectNumber, packed)
  }
  const of = (value: PDFObject | undefined): readonly PDFObject[] => {
    if (value instanceof PDFRef) return byNumber.get(value.objectNumber) ?? []
    return value ? [value] : []
  }
  return { all: [...byNumber.values()].flat(), of }
}

/** The objects in a stream of objects, in a context of its own, since one of another stream may have the same number. */
async function packedIn(object: PDFObject): Promise<[PDFRef, PDFObject][]> {
  if (!(object instanceof PDFRawStream) || object.dict.lookup(PDFName.of('Type')) !== PDFName.of('ObjStm')) return []
  const own = PDFContext.create()
  const dictionary = PDFDict.fromMapWithContext(new Map(object.dict.entries()), own)
  await PDFObjectStreamParser.forStream(PDFRawStream.of(dictionary, object.contents)).parseIntoContext()
  return own.enumerateIndirectObjects()
}
