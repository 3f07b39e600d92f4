-- CreateTable
CREATE TABLE "HearingRow" (
    "id" TEXT NOT NULL PRIMARY KEY,
    "caseId" TEXT NOT NULL,
    "title" TEXT NOT NULL,
    "place" TEXT NOT NULL,
    "startsAt" TEXT NOT NULL,
    "status" TEXT NOT NULL,
    "preset" TEXT NOT NULL,
    "public" BOOLEAN NOT NULL,
    "chairId" TEXT,
    "personIds" TEXT NOT NULL
);

-- CreateIndex
CREATE INDEX "HearingRow_caseId_idx" ON "HearingRow"("caseId");

-- CreateIndex
CREATE INDEX "HearingRow_startsAt_idx" ON "HearingRow"("startsAt");
