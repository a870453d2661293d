-- CreateTable
CREATE TABLE "KnownBrowser" (
    "id" UUID NOT NULL,
    "accountId" UUID NOT NULL,
    "hash" TEXT NOT NULL,
    "network" TEXT NOT NULL,
    "createdAt" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,
    "usedAt" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,
    "provedAt" TIMESTAMPTZ(3),

    CONSTRAINT "KnownBrowser_pkey" PRIMARY KEY ("id")
);

-- CreateIndex
CREATE UNIQUE INDEX "KnownBrowser_accountId_hash_key" ON "KnownBrowser"("accountId", "hash");

-- CreateIndex
CREATE INDEX "KnownBrowser_usedAt_idx" ON "KnownBrowser"("usedAt");

-- AddForeignKey
ALTER TABLE "KnownBrowser" ADD CONSTRAINT "KnownBrowser_accountId_fkey" FOREIGN KEY ("accountId") REFERENCES "Account"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AlterTable
ALTER TABLE "Session" ADD COLUMN     "browser" TEXT,
ADD COLUMN     "browserId" UUID,
ADD COLUMN     "lastSeenAt" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP;

-- Of a session from before, the last that is known: its beginning, or a code given in it.
UPDATE "Session" SET "lastSeenAt" = greatest("createdAt", "provedAt");

-- CreateIndex
CREATE INDEX "Session_browserId_idx" ON "Session"("browserId");

-- AddForeignKey
ALTER TABLE "Session" ADD CONSTRAINT "Session_browserId_fkey" FOREIGN KEY ("browserId") REFERENCES "KnownBrowser"("id") ON DELETE SET NULL ON UPDATE CASCADE;
