-- AlterTable
ALTER TABLE "Person" ADD COLUMN "guestOf" TEXT;

-- CreateTable
CREATE TABLE "Invitation" (
    "personId" TEXT NOT NULL PRIMARY KEY,
    "hearingId" TEXT NOT NULL,
    "contact" TEXT NOT NULL,
    "linkHash" TEXT,
    "codeNumber" TEXT,
    "codeHash" TEXT,
    "sessionId" TEXT
);

-- CreateIndex
CREATE UNIQUE INDEX "Invitation_linkHash_key" ON "Invitation"("linkHash");

-- CreateIndex
CREATE UNIQUE INDEX "Invitation_codeNumber_key" ON "Invitation"("codeNumber");

-- CreateIndex
CREATE INDEX "Invitation_hearingId_idx" ON "Invitation"("hearingId");
