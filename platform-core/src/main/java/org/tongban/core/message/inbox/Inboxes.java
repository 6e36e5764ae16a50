package org.tongban.core.message.inbox;

import jakarta.inject.Singleton;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.tongban.core.message.Letters;
import org.tongban.core.web.Columns;
import org.tongban.core.web.Ids;
import org.tongban.core.web.Transactions;

/** Puts into inboxes what accounts are told (CO-38), within the transaction of what causes it. */
@Singleton
public class Inboxes {
    private static final int COUNTED = 1_000;

    private final InboxRepository repository;
    private final Letters letters;
    private final Transactions transactions;

    Inboxes(InboxRepository repository, Letters letters, Transactions transactions) {
        this.repository = repository;
        this.letters = letters;
        this.transactions = transactions;
    }

    /** An entry of an account's inbox. */
    public record NewEntry(
            UUID account,
            String template,
            String module,
            Letters.Content content,
            @Nullable String link) {}

    /** Puts entries into the inboxes of their accounts. */
    public void put(List<NewEntry> entries, Instant now) {
        if (entries.isEmpty()) {
            return;
        }
        var ids = entries.stream().map(entry -> Ids.next()).toList();
        var sealed = new ArrayList<String>();
        for (int i = 0; i < entries.size(); i++) {
            sealed.add(HexFormat.of()
                    .formatHex(letters.sealInbox(ids.get(i), entries.get(i).content())));
        }
        repository.add(
                Columns.of(ids),
                Columns.of(entries, NewEntry::account),
                Columns.of(entries, NewEntry::module),
                Columns.of(entries, NewEntry::template),
                Columns.of(sealed),
                Columns.of(entries, NewEntry::link),
                now);
    }

    /** How many entries the account has not read, counted up to 1,000. */
    public long unread(UUID account) {
        return transactions.read(() -> repository.count(account, true, null, COUNTED));
    }

    /** Forgets entries from before a moment, at most so many; how many went. */
    public int forgetBefore(Instant before, int most) {
        return transactions.write(() -> repository.deleteBefore(before, most));
    }
}
