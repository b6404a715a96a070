-- A web process hears at once of a new vintage and of a catalogue that was mended (lib/store/listen.ts), and asks the store then;
-- it asks every second anyway, so that nothing rests on what it hears. The channel carries no figures: what there is, the store
-- says. PostgreSQL tells it when the transaction is there for all to see, and the same words of one transaction once.
CREATE FUNCTION tell_change() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
    PERFORM pg_notify('tickmark', TG_TABLE_NAME);
    RETURN NULL;
END
$$;
CREATE TRIGGER "vintage_is_told" AFTER INSERT ON "vintage"
    FOR EACH STATEMENT EXECUTE FUNCTION tell_change();
CREATE TRIGGER "release_is_told" AFTER INSERT OR UPDATE OR DELETE ON "release"
    FOR EACH STATEMENT EXECUTE FUNCTION tell_change();
CREATE TRIGGER "area_is_told" AFTER INSERT OR UPDATE OR DELETE ON "area"
    FOR EACH STATEMENT EXECUTE FUNCTION tell_change();
CREATE TRIGGER "series_is_told" AFTER INSERT OR UPDATE OR DELETE ON "series"
    FOR EACH STATEMENT EXECUTE FUNCTION tell_change();
