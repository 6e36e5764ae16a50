package org.tongban.core.message.inbox;

import jakarta.inject.Singleton;
import java.time.Instant;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.tongban.core.message.Letters;
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

    /** Puts one entry into an account's inbox. */
    public void put(
            UUID account, String template, String module, Letters.Content content, @Nullable String link, Instant now) {
        var id = Ids.next();
        repository.add(id, account, module, template, letters.sealInbox(id, content), link, now);
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
