package org.tongban.filing.lapse;

import jakarta.inject.Singleton;
import java.time.LocalDate;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.tongban.core.web.Columns;

/** The filed products of which no linked patent is valid any more; in the transaction under way. */
@Singleton
public class Lapses {
    /** The last stage: both reminders are sent. */
    public static final int UNANSWERED = 3;

    private final LapseRepository repository;

    Lapses(LapseRepository repository) {
        this.repository = repository;
    }

    /** That of a product. */
    public Optional<Lapse> of(UUID product) {
        return repository.of(product);
    }

    /** Where the next stretch of filed products ends; empty after the last of them. */
    public Optional<UUID> endOfNext(UUID after, int rows) {
        return repository.endOfNext(after, rows);
    }

    /** The filed products of a stretch without a valid patent, of which nothing is noted. */
    public List<UUID> unnoticed(UUID after, UUID last, LocalDate today) {
        return repository.unnoticed(after, last, today);
    }

    /** Whether a product is filed and has no valid patent. */
    public boolean isWithout(UUID product, LocalDate today) {
        return without(Set.of(product), today).contains(product);
    }

    /** Those of some products that are filed and have no valid patent. */
    public Set<UUID> without(Collection<UUID> products, LocalDate today) {
        return Set.copyOf(repository.without(Columns.of(products), today));
    }

    /** Those that are over: revoked, or with a valid patent again. */
    public List<UUID> over(LocalDate today, UUID after, int rows) {
        return repository.over(today, after, rows);
    }

    /** Notes one that was found. */
    public void add(UUID product, UUID unit, @Nullable String region, LocalDate foundOn) {
        repository.add(product, unit, region, foundOn);
    }

    /** Forgets one that is over. */
    public void forget(UUID product) {
        repository.delete(product);
    }

    /** Those that were told so often and were found up to a day; they stay as they are until the transaction ends. */
    public List<Lapse> waiting(int stage, LocalDate until, int rows) {
        return repository.waiting(stage, until, rows);
    }

    /** Notes a reminder. */
    public void remind(Lapse lapse) {
        repository.advance(lapse.product(), lapse.stage() + 1);
    }

    /** Those that nobody answered, in a province or everywhere. */
    public List<Lapse> unanswered(@Nullable String region, UUID edge, int rows) {
        return repository.below(region, edge, rows);
    }

    /** How many those are, counted up to a number. */
    public long countUnanswered(int most) {
        return repository.countUnanswered(most);
    }
}
