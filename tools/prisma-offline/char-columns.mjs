const CHAR_OID = 18
const TEXT_OID = 25
const CHARACTER = 6 // ColumnTypeEnum.Character of Prisma's adapters

/**
 * PostgreSQL's catalogues have `"char"` columns, which Prisma's adapter does not map. This presents them to the engine
 * as characters, and an empty one as NUL, as the native engine does.
 */
export function presentCharColumns(factory) {
  for (const method of ['connect', 'connectToShadowDb']) {
    const original = factory[method].bind(factory)
    factory[method] = async () => withCharColumns(await original())
  }
  return factory
}

function withCharColumns(connection) {
  const performIO = connection.performIO.bind(connection)
  const queryRaw = connection.queryRaw.bind(connection)
  let chars = [] // the engine runs one query at a time

  connection.performIO = async (query) => {
    const result = await performIO(query)
    chars = result.fields.flatMap((field, at) => (field.dataTypeID === CHAR_OID ? [at] : []))
    for (const at of chars) result.fields[at].dataTypeID = TEXT_OID
    return result
  }
  connection.queryRaw = async (query) => {
    const result = await queryRaw(query)
    for (const at of chars) {
      result.columnTypes[at] = CHARACTER
      for (const row of result.rows) if (row[at] === '') row[at] = '\0'
    }
    return result
  }
  if (connection.startTransaction) {
    const startTransaction = connection.startTransaction.bind(connection)
    connection.startTransaction = async (...options) => withCharColumns(await startTransaction(...options))
  }
  return connection
}
