CREATE TABLE "LetterChoice" (
    "accountId" UUID NOT NULL,
    "reminders" TEXT NOT NULL,
    "reviews" BOOLEAN NOT NULL,
    "pausedUntil" DATE,
    "savedAt" TIMESTAMPTZ(3) NOT NULL,

    CONSTRAINT "LetterChoice_pkey" PRIMARY KEY ("accountId")
);

ALTER TABLE "LetterChoice" ADD CONSTRAINT "LetterChoice_accountId_fkey" FOREIGN KEY ("accountId") REFERENCES "Account"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- The budget of letters counts by account.
UPDATE "Mail" l SET "accountId" = m."accountId" FROM "CohortMember" m
WHERE l."memberId" = m.id AND l."accountId" IS NULL AND l.kind = 'reminder';
