import type { TransactionSql } from "postgres";
import { newId } from "#db/new-id.server.ts";

/** What must not be taken for true in a library that comes back from some time ago. */
export async function settleRestored(tx: TransactionSql): Promise<void> {
  // The engine's index may know of insights that were written after the backup: none is trusted, none is confirmed.
  await tx`delete from settings where key like 'search-index:%'`;
  await tx`update insight_index_states set confirmed = null, confirmed_at = null`;
  // They may have gone out since, and nobody is to get a mail twice.
  await tx`update mails set state = 'unknown', last_error = 'restored from a backup: it may have been sent since'
    where state in ('waiting', 'sending')`;
  // What waited to be told may have been told since: from then on only what happens afterwards is mailed.
  await tx`insert into settings (key, value) values ('restored-at', to_jsonb(now()))
    on conflict (key) do update set value = excluded.value, changed_at = now()`;
  // Which of them were ended since nobody knows, and a feed is read by whoever has its address.
  await tx`update feed_keys set revoked_at = now() where revoked_at is null`;
  // Whoever was at work then is not any more.
  await tx`update imports set runner = null, alive_at = null where runner is not null`;
  await tx`update backups set trouble = 'It is the one this library was restored from, or broke off.'
    where finished_at is null and trouble is null`;
  await tx`insert into events (id, name) values (${newId()}, 'library.restored')`;
}
