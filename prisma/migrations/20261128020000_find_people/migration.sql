-- A name as it is compared, like foldName in domain/certificate/match-name.ts: without case, accents, tashkeel,
-- punctuation and invisible marks; hamza carriers, alef maqsura, ta marbuta and the kinds of kaf folded. A test compares
-- the two.
CREATE FUNCTION "fold_name"(name text) RETURNS text LANGUAGE sql IMMUTABLE PARALLEL SAFE AS $$
  SELECT btrim(regexp_replace(
    replace(replace(replace(
      translate(
        lower(translate(
          regexp_replace(
            normalize(coalesce(name, ''), NFKD),
            '[\u0300-\u036f\u0483-\u0489\u0610-\u061a\u064b-\u065f\u0670\u06d6-\u06dc\u06df-\u06e4\u06e7\u06e8\u06ea-\u06ed\u08d3-\u08ff\u20d0-\u20f0\ufe20-\ufe2f\u00ad\u0600-\u0605\u061c\u06dd\u200b-\u200f\u202a-\u202e\u2060-\u206f\ufeff\u0640]',
            '', 'g'),
          'ŒÆØŁĐ', 'œæøłđ') COLLATE "C"),
        'ٱىیئؤةڭݣگکڤپچøłđء', 'ايييوهككككفبجold'),
      'œ', 'oe'), 'æ', 'ae'), 'ß', 'ss'),
    '[\u0001-\u002f\u003a-\u0060\u007b-\u00a9\u00ab-\u00b4\u00b6-\u00b9\u00bb-\u00bf\u00d7\u00f7\u060c\u061b\u061e\u061f\u066a-\u066d\u06d4\u2000-\u206f\u20a0-\u20cf\u2190-\u2bff\u2e00-\u2e7f\u3000-\u3003\ufd3e\ufd3f]+',
    ' ', 'g'))
$$;

-- `listed`: the school gave her two names, by a list or by hand. What a person who asked to join wrote about herself is
-- no list. `foundBy`: what she is searched by. `latinKey`, `arabicKey`: what she is sorted by.
ALTER TABLE "CohortMember"
  ADD COLUMN "listed" BOOLEAN NOT NULL DEFAULT false,
  ADD COLUMN "foundBy" TEXT NOT NULL DEFAULT '',
  ADD COLUMN "latinKey" TEXT COLLATE "C" NOT NULL DEFAULT '',
  ADD COLUMN "arabicKey" TEXT COLLATE "C" NOT NULL DEFAULT '';

-- The database keeps them, since names are written in many places: by lists, by hand, by sign-up and by the person.
CREATE FUNCTION "keep_member_keys"() RETURNS trigger LANGUAGE plpgsql AS $$
DECLARE
  latin text := NEW."nameLatin";
  arabic text := NEW."nameArabic";
BEGIN
  IF NEW."accountId" IS NOT NULL THEN
    SELECT a."nameLatin", a."nameArabic" INTO latin, arabic FROM "Account" a WHERE a.id = NEW."accountId";
  END IF;
  latin := fold_name(coalesce(latin, NEW."nameLatin"));
  arabic := fold_name(coalesce(arabic, NEW."nameArabic"));
  NEW."latinKey" := coalesce(nullif(latin, ''), nullif(arabic, ''), fold_name(NEW.email));
  NEW."arabicKey" := coalesce(nullif(arabic, ''), nullif(latin, ''), fold_name(NEW.email));
  -- Without spaces, because عبد الله and عبدالله are one name. A bar keeps one part from running into the next.
  NEW."foundBy" := replace(concat_ws('|', latin, arabic, fold_name(NEW."nameLatin"), fold_name(NEW."nameArabic"),
    fold_name(NEW.email)), ' ', '');
  RETURN NEW;
END
$$;
CREATE TRIGGER "keep_member_keys" BEFORE INSERT OR UPDATE OF "email", "nameArabic", "nameLatin", "accountId"
  ON "CohortMember" FOR EACH ROW EXECUTE FUNCTION "keep_member_keys"();

CREATE FUNCTION "keep_keys_of_account"() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  UPDATE "CohortMember" SET email = email WHERE "accountId" = NEW.id;
  RETURN NULL;
END
$$;
CREATE TRIGGER "keep_keys_of_account" AFTER UPDATE OF "nameArabic", "nameLatin" ON "Account" FOR EACH ROW
  WHEN (OLD."nameArabic" IS DISTINCT FROM NEW."nameArabic" OR OLD."nameLatin" IS DISTINCT FROM NEW."nameLatin")
  EXECUTE FUNCTION "keep_keys_of_account"();

-- Whoever was first put on a list by somebody else was listed by the school. A transfer makes a new place with the names
-- of the old one, whoever wrote them, so the earliest place of the person in the institution must be such a one too.
UPDATE "CohortMember" m SET
  email = m.email,
  "listed" = m."nameArabic" <> '' AND m."nameLatin" <> '' AND coalesce((
    SELECT f."from" IS NULL AND f."to" IN ('invited', 'waiting') AND f."byId" IS NOT NULL
      AND f."byId" IS DISTINCT FROM m."accountId"
    FROM "MemberMove" f WHERE f."memberId" = m.id ORDER BY f.id LIMIT 1), false) AND coalesce((
    SELECT f."from" IS NULL AND f."to" IN ('invited', 'waiting') AND f."byId" IS NOT NULL
      AND f."byId" IS DISTINCT FROM p."accountId"
    FROM "MemberMove" f
      JOIN "CohortMember" p ON p.id = f."memberId" AND (p.email = m.email OR p."accountId" = m."accountId")
      JOIN "Cohort" k ON k.id = p."cohortId"
      JOIN "Cohort" own ON own.id = m."cohortId" AND own."institutionId" = k."institutionId"
    ORDER BY f.id LIMIT 1), false);

CREATE INDEX "CohortMember_cohortId_latinKey_idx" ON "CohortMember"("cohortId", "latinKey");
CREATE INDEX "CohortMember_cohortId_arabicKey_idx" ON "CohortMember"("cohortId", "arabicKey");

CREATE TABLE "PeopleSet" (
  "id" UUID NOT NULL,
  "cohortId" UUID NOT NULL,
  "byId" UUID,
  "act" TEXT NOT NULL,
  "goalId" UUID,
  "reason" TEXT,
  "createdAt" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,
  "startedAt" TIMESTAMPTZ(3),
  "endedAt" TIMESTAMPTZ(3),
  CONSTRAINT "PeopleSet_pkey" PRIMARY KEY ("id")
);
CREATE INDEX "PeopleSet_cohortId_idx" ON "PeopleSet"("cohortId");
CREATE INDEX "PeopleSet_byId_idx" ON "PeopleSet"("byId");
ALTER TABLE "PeopleSet" ADD CONSTRAINT "PeopleSet_cohortId_fkey"
  FOREIGN KEY ("cohortId") REFERENCES "Cohort"("id") ON DELETE RESTRICT ON UPDATE CASCADE;
ALTER TABLE "PeopleSet" ADD CONSTRAINT "PeopleSet_byId_fkey"
  FOREIGN KEY ("byId") REFERENCES "Account"("id") ON DELETE SET NULL ON UPDATE CASCADE;

CREATE TABLE "ChosenMember" (
  "setId" UUID NOT NULL,
  "memberId" UUID NOT NULL,
  "position" INTEGER NOT NULL,
  "status" TEXT NOT NULL,
  "left" TEXT,
  "doneAt" TIMESTAMPTZ(3),
  "outcome" TEXT,
  CONSTRAINT "ChosenMember_pkey" PRIMARY KEY ("setId", "memberId")
);
CREATE INDEX "ChosenMember_memberId_idx" ON "ChosenMember"("memberId");
ALTER TABLE "ChosenMember" ADD CONSTRAINT "ChosenMember_setId_fkey"
  FOREIGN KEY ("setId") REFERENCES "PeopleSet"("id") ON DELETE CASCADE ON UPDATE CASCADE;
ALTER TABLE "ChosenMember" ADD CONSTRAINT "ChosenMember_memberId_fkey"
  FOREIGN KEY ("memberId") REFERENCES "CohortMember"("id") ON DELETE CASCADE ON UPDATE CASCADE;
