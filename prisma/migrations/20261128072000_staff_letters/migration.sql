-- AlterTable
ALTER TABLE "LetterChoice" ADD COLUMN "workDigest" BOOLEAN NOT NULL DEFAULT true,
ADD COLUMN "workAtOnce" BOOLEAN NOT NULL DEFAULT true;

-- CreateTable
CREATE TABLE "WorkLetter" (
    "accountId" UUID NOT NULL,
    "what" TEXT NOT NULL,
    "at" TIMESTAMPTZ(3) NOT NULL,

    CONSTRAINT "WorkLetter_pkey" PRIMARY KEY ("accountId","what")
);

-- CreateIndex
CREATE INDEX "WorkLetter_at_idx" ON "WorkLetter"("at");

-- AddForeignKey
ALTER TABLE "WorkLetter" ADD CONSTRAINT "WorkLetter_accountId_fkey" FOREIGN KEY ("accountId") REFERENCES "Account"("id") ON DELETE CASCADE ON UPDATE CASCADE;
