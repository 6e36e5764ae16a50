package org.tongban.core.audit.chain;

import com.nimbusds.jose.jwk.JWKSet;
import java.util.Collection;
import java.util.NavigableMap;
import java.util.Optional;
import java.util.TreeMap;
import java.util.function.Predicate;
import org.jspecify.annotations.Nullable;
import org.tongban.core.audit.chain.Finding.Kind;

/**
 * Goes along a chain link by link up to the first that is not as it was sealed (CO-56). What was sealed anew from some
 * record on is whole in itself: only a head that was signed before gives it away.
 */
public final class ChainCheck {
    private final NavigableMap<Long, Anchor> anchors = new TreeMap<>();
    private long sequence;
    private String hash;
    private @Nullable String last;
    private long anchored;
    private int met;

    /**
     * A check of what comes behind a link.
     *
     * @param sequence the number of the link before the first to come, 0 for the beginning
     * @param hash its hash
     */
    public ChainCheck(long sequence, String hash) {
        this.sequence = sequence;
        this.hash = hash;
        this.anchored = sequence;
    }

    /** Takes signed heads to compare with, before the links that they are of; one that no key signed is found. */
    public Optional<Finding> expect(Collection<Anchor> signed, JWKSet keys) {
        for (var anchor : signed) {
            if (!anchor.isSignedBy(keys)) {
                return found(
                        Kind.ANCHOR_REFUSED,
                        anchor.sequence(),
                        null,
                        "The anchor of %s is not signed by a key that is known.".formatted(anchor.day()));
            }
            var other = anchors.put(anchor.sequence(), anchor);
            var known = anchor.sequence() == sequence ? hash : other == null ? anchor.hash() : other.hash();
            if (!known.equals(anchor.hash())) {
                return rewritten(anchor);
            }
            if (anchor.sequence() == sequence && other == null) {
                met++;
            }
        }
        return Optional.empty();
    }

    private Optional<Finding> rewritten(Anchor anchor) {
        return found(
                Kind.REWRITTEN,
                Math.min(anchored + 1, anchor.sequence()),
                null,
                "The anchor of %s names another hash for number %d: from here on, or from further on up to there, all was sealed anew."
                        .formatted(anchor.day(), anchor.sequence()));
    }

    /** The number of the last link that was right. */
    public long sequence() {
        return sequence;
    }

    /** The hash of the last link that was right. */
    public String hash() {
        return hash;
    }

    /** Up to which number signed heads agree with the chain. */
    public long anchored() {
        return anchored;
    }

    /** How many signed heads agreed. */
    public int met() {
        return met;
    }

    /** Takes the next link; what is wrong with it, or with the one before it. */
    public Optional<Finding> accept(ChainLink link) {
        if (link.sequence() > sequence + 1) {
            return missing(sequence + 1);
        }
        if (link.sequence() <= sequence) {
            return found(
                    Kind.INSERTED, link.sequence(), link.id(), "Another record with this number stands before it.");
        }
        if (!link.isWhole()) {
            return found(Kind.ALTERED, link.sequence(), link.id(), "Its hash is not that of what it says.");
        }
        if (!link.previous().equals(hash)) {
            return last == null
                    ? found(Kind.ALTERED, link.sequence(), link.id(), "It was sealed behind another record.")
                    : found(Kind.ALTERED, sequence, last, "The record behind it was sealed behind another one.");
        }
        var anchor = anchors.get(link.sequence());
        if (anchor != null && !anchor.hash().equals(link.hash())) {
            return rewritten(anchor);
        }
        sequence = link.sequence();
        hash = link.hash();
        last = link.id();
        if (anchor != null) {
            anchored = sequence;
            met++;
        }
        return Optional.empty();
    }

    /** A record whose number was given is gone. */
    public static Optional<Finding> missing(long sequence) {
        return found(Kind.REMOVED, sequence, null, "The record with this number is not there.");
    }

    /**
     * Ends the check: a signed head beyond the last link says that there were more.
     *
     * @param reached tells of a signed head whether the links that were read should go as far
     */
    public Optional<Finding> end(Predicate<Anchor> reached) {
        return anchors.tailMap(sequence, false).values().stream()
                .filter(reached)
                .findFirst()
                .flatMap(anchor -> found(
                        Kind.TRUNCATED,
                        sequence + 1,
                        null,
                        "The anchor of %s is of number %d.".formatted(anchor.day(), anchor.sequence())));
    }

    static Optional<Finding> found(Kind kind, long sequence, @Nullable String record, String said) {
        return Optional.of(new Finding(kind, sequence, record, said));
    }
}
