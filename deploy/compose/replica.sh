#!/bin/sh
# A replica that streams from the primary: copies it when its folder holds no whole copy, and follows it from then on. Of a folder
# that is emptied it makes a new one.
set -eu
: "${PGDATA:?}" "${PRIMARY_HOST:?}" "${REPLICATION_PASSWORD:?}"
primary="host=$PRIMARY_HOST port=${PRIMARY_PORT:-5432} user=replicator password=$REPLICATION_PASSWORD"

# Told to stop in the middle, the shell would wait for the copy.
work=
trap '[ -z "$work" ] || kill "$work" 2>/dev/null; exit 143' TERM INT
run() {
  "$@" &
  work=$!
  ended=0
  wait "$work" || ended=$?
  work=
  return "$ended"
}

# pg_basebackup gives its list of files a name last of all, when everything else is on the disk. PG_VERSION is there from the
# beginning, and a folder without standby.signal would come up as a primary of its own.
if [ ! -f "$PGDATA/backup_manifest" ]; then
  mkdir -p "$PGDATA"
  chmod 700 "$PGDATA"
  while :; do
    find "$PGDATA" -mindepth 1 -delete
    # A copy that was killed left its slot behind, and one that keeps nothing any more lets nobody begin.
    run psql --no-psqlrc --quiet "$primary replication=true" --command='DROP_REPLICATION_SLOT replica' || true
    # The slot keeps what the replica has not had yet, up to max_slot_wal_keep_size.
    run pg_basebackup --pgdata="$PGDATA" --write-recovery-conf --checkpoint=fast --wal-method=stream --create-slot --slot=replica \
      --dbname="$primary" && break
    run sleep 2
  done
fi
exec postgres -D "$PGDATA" -c hot_standby_feedback=on "$@"
