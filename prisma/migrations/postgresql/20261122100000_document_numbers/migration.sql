-- Several nodes write into one document. Its next number is taken under a lock that lasts until the commit, so that
-- numbers become visible in their order and nobody has to try again. A function of its own statements sees what was
-- committed while it waited for the lock; the statement that calls it would not. Names in one order: two batches
-- cannot wait for each other.
CREATE FUNCTION "last_document_numbers"(names TEXT[]) RETURNS TABLE("of" TEXT, "last" INTEGER)
    LANGUAGE plpgsql VOLATILE AS $$
BEGIN
    FOR "of" IN SELECT DISTINCT n FROM unnest(names) AS n ORDER BY n LOOP
        PERFORM pg_advisory_xact_lock(hashtextextended("of", 7269));
        SELECT greatest(
            (SELECT max(u."seq") FROM "DocumentUpdate" AS u WHERE u."name" = "of"),
            (SELECT s."upTo" FROM "DocumentSnapshot" AS s WHERE s."name" = "of"),
            0
        ) INTO "last";
        RETURN NEXT;
    END LOOP;
END;
$$;
