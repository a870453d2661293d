-- AlterTable
ALTER TABLE "RoleOffer" ADD COLUMN "nameArabic" TEXT NOT NULL DEFAULT '',
ADD COLUMN "nameLatin" TEXT NOT NULL DEFAULT '',
ADD COLUMN "linkHash" TEXT,
ADD COLUMN "linkUntil" TIMESTAMPTZ(3),
ADD COLUMN "linkUsedAt" TIMESTAMPTZ(3);

-- CreateIndex
CREATE UNIQUE INDEX "RoleOffer_linkHash_key" ON "RoleOffer"("linkHash");
