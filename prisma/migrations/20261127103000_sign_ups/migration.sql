-- CreateTable
CREATE TABLE "SignUp" (
    "id" UUID NOT NULL,
    "email" TEXT NOT NULL,
    "hash" TEXT NOT NULL,
    "nameArabic" TEXT NOT NULL,
    "nameLatin" TEXT NOT NULL,
    "function" TEXT NOT NULL,
    "institution" TEXT NOT NULL,
    "locale" TEXT NOT NULL,
    "createdAt" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,
    "expiresAt" TIMESTAMPTZ(3) NOT NULL,
    "usedAt" TIMESTAMPTZ(3),

    CONSTRAINT "SignUp_pkey" PRIMARY KEY ("id")
);

-- CreateIndex
CREATE UNIQUE INDEX "SignUp_hash_key" ON "SignUp"("hash");

-- CreateIndex
CREATE INDEX "SignUp_email_idx" ON "SignUp"("email");

-- Confirmation links that are on their way still work: each opens the page that sets the password.
INSERT INTO "SignUp" ("id", "email", "hash", "nameArabic", "nameLatin", "function", "institution", "locale", "createdAt", "expiresAt", "usedAt")
SELECT t."id", a."email", t."hash", a."nameArabic", a."nameLatin", a."function", a."institution", a."locale", t."createdAt", t."expiresAt", t."usedAt"
FROM "EmailToken" t JOIN "Account" a ON a."id" = t."accountId"
WHERE t."purpose" = 'confirm';
DELETE FROM "EmailToken" WHERE "purpose" <> 'reset';

-- A link for a new password, sent to an address that nobody has confirmed, would accept the names of whoever signed up last.
DELETE FROM "EmailToken" t USING "Account" a WHERE a."id" = t."accountId" AND a."emailConfirmedAt" IS NULL;

-- AlterTable
ALTER TABLE "EmailToken" DROP COLUMN "purpose";
