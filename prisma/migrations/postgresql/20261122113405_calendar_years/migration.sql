-- CreateTable
CREATE TABLE "CalendarYear" (
    "year" INTEGER NOT NULL,
    "revision" INTEGER NOT NULL,
    "days" TEXT NOT NULL,
    "document" TEXT NOT NULL,
    "reason" TEXT NOT NULL,
    "importedAt" TEXT NOT NULL,
    "personId" TEXT NOT NULL,

    CONSTRAINT "CalendarYear_pkey" PRIMARY KEY ("year","revision")
);

-- A year that was replaced stays as it was: dates were computed by it.
CREATE TRIGGER "CalendarYear_no_change" BEFORE UPDATE OR DELETE ON "CalendarYear"
    FOR EACH ROW EXECUTE FUNCTION "refuse_change"();
CREATE TRIGGER "CalendarYear_no_truncate" BEFORE TRUNCATE ON "CalendarYear"
    FOR EACH STATEMENT EXECUTE FUNCTION "refuse_change"();
