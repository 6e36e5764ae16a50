package org.tongban.core.message.deadletter;

import jakarta.inject.Singleton;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.tongban.core.message.Message;
import org.tongban.core.message.MessageError;
import org.tongban.core.time.DatabaseClock;
import org.tongban.core.web.Caller;
import org.tongban.core.web.CoreError;
import org.tongban.core.web.DomainException;
import org.tongban.core.web.Keyset;
import org.tongban.core.web.PageOf;
import org.tongban.core.web.Transactions;

/** Lists, settles, counts and forgets messages (CO-41, CO-83c); joins the transaction under way. */
@Singleton
public class DeadLetters {
    private final DeadLetterRepository repository;
    private final Transactions transactions;
    private final DatabaseClock clock;

    DeadLetters(DeadLetterRepository repository, Transactions transactions, DatabaseClock clock) {
        this.repository = repository;
        this.transactions = transactions;
        this.clock = clock;
    }

    /** Messages that were given up or may have been sent, newest first; none for a region's staff (CO-28). */
    public PageOf<DeadLetter> page(Caller caller, @Nullable String cursor, int limit, boolean count) {
        var place = Keyset.place(cursor, "dead-letters");
        if (!DeadLetterOwnership.reaches(caller)) {
            return new PageOf<DeadLetter>(List.of(), null, null).counted(count, most -> 0);
        }
        return Keyset.page(place, limit, repository::below, repository::above, Message::id, DeadLetter::of)
                .counted(count, repository::count);
    }

    /**
     * Has a message tried again, from the first try on.
     *
     * @throws DomainException {@link MessageError#MESSAGE_NOT_STUCK} where it is settled
     */
    public DeadLetter retry(UUID id) {
        return settled(repository.retry(id, clock.now()), id);
    }

    /** Gives a message up for good; refuses as {@link #retry} does. */
    public DeadLetter discard(UUID id) {
        return settled(repository.discard(id), id);
    }

    private DeadLetter settled(int changed, UUID id) {
        if (changed == 0) {
            throw DomainException.of(MessageError.MESSAGE_NOT_STUCK);
        }
        return repository.find(id).map(DeadLetter::of).orElseThrow(() -> DomainException.of(CoreError.NOT_FOUND));
    }

    /** How many wait for somebody to settle them, counted up to a number. */
    public long count(int most) {
        return transactions.read(() -> repository.count(most));
    }

    /** How many should have gone out before a moment, counted up to a number. */
    public long countOverdue(Instant before, int most) {
        return transactions.read(() -> repository.countOverdue(before, most));
    }

    /** Forgets messages that were settled and written before a moment, at most so many; how many went. */
    public int forgetBefore(Instant before, int most) {
        return transactions.write(() -> repository.deleteBefore(before, most));
    }
}
