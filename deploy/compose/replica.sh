#!/bin/sh
# A replica that streams from the primary: copies it when its folder is empty, and follows it from then on.
set -eu
: "${PGDATA:?}" "${PRIMARY_HOST:?}" "${REPLICATION_PASSWORD:?}"
if [ ! -s "$PGDATA/PG_VERSION" ]; then
  mkdir -p "$PGDATA"
  chmod 700 "$PGDATA"
  # The slot keeps what the replica has not had yet, up to max_slot_wal_keep_size; a copy that failed may have left one.
  copy() {
    pg_basebackup --pgdata="$PGDATA" --write-recovery-conf --checkpoint=fast --wal-method=stream --slot=replica "$@" \
      --dbname="host=$PRIMARY_HOST port=${PRIMARY_PORT:-5432} user=replicator password=$REPLICATION_PASSWORD"
  }
  until copy --create-slot || copy; do
    find "$PGDATA" -mindepth 1 -delete
    sleep 2
  done
fi
exec postgres -D "$PGDATA" -c hot_standby_feedback=on "$@"
