package org.tongban.core.message.deadletter;

import jakarta.inject.Singleton;
import java.time.Instant;
import org.tongban.core.web.Transactions;

/** Counts and forgets messages (CO-83c); joins the transaction under way. */
@Singleton
public class DeadLetters {
    private final DeadLetterRepository repository;
    private final Transactions transactions;

    DeadLetters(DeadLetterRepository repository, Transactions transactions) {
        this.repository = repository;
        this.transactions = transactions;
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
