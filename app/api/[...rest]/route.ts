/** An interface that does not exist. The web server says so: a code to a program, a page to a person. */
export function GET(): Response {
  return new Response(null, { status: 404 })
}
