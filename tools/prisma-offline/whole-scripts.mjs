/**
 * Prisma's adapter splits a script at every semicolon, even inside a function body. This sends the script whole, as the
 * native engine does, so that PostgreSQL also runs it as one transaction.
 */
export function sendWholeScripts(factory) {
  for (const method of ['connect', 'connectToShadowDb']) {
    const original = factory[method].bind(factory)
    factory[method] = async () => withWholeScripts(await original())
  }
  return factory
}

function withWholeScripts(connection) {
  const { onError } = connection
  connection.executeScript = async (script) => {
    try {
      await connection.underlyingDriver().query(script)
    } catch (error) {
      onError.call(connection, error)
    }
  }
  return connection
}
