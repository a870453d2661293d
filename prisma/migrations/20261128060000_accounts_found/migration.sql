-- Names and addresses are found by any part of them, in either script, among tens of thousands of accounts. The function
-- writes names as `foldName` does, without spaces, and names every letter that it keeps: what a class of characters
-- contains would depend on the locale of the database.
CREATE EXTENSION IF NOT EXISTS pg_trgm;

CREATE FUNCTION "account_letters"(arabic text, latin text, email text) RETURNS text
LANGUAGE sql IMMUTABLE PARALLEL SAFE AS $$
  SELECT regexp_replace(
    replace(replace(replace(
      translate(
        lower(normalize(arabic || ' ' || latin || ' ' || email, NFKD) COLLATE "C"),
        U&'\0671\0649\06CC\0629\06AF\06A9\06AD\0763\06A4\067E\0686\00F8\00D8\0142\0141\0111\0110',
        U&'\0627\064A\064A\0647\0643\0643\0643\0643\0641\0628\062Coolldd'),
      U&'\0153', 'oe'), U&'\00E6', 'ae'), U&'\00DF', 'ss'),
    U&'[^a-z0-9\0622-\063A\0641-\064A]', '', 'g')
$$;

CREATE INDEX "Account_letters" ON "Account" USING gin ("account_letters"("nameArabic", "nameLatin", email) gin_trgm_ops);
-- The newest first.
CREATE INDEX "Account_createdAt_id_idx" ON "Account" ("createdAt" DESC, id);
