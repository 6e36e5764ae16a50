package org.tongban.core.audit.trail;

import com.nimbusds.jose.jwk.JWK;
import com.nimbusds.jose.jwk.JWKSet;
import jakarta.inject.Singleton;
import java.text.ParseException;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.tongban.core.audit.chain.Anchor;
import org.tongban.core.audit.chain.ChainCheck;
import org.tongban.core.audit.chain.Finding;
import org.tongban.core.audit.chain.Finding.Kind;
import org.tongban.core.token.Statements;
import org.tongban.core.web.DomainException;
import org.tongban.core.web.Transactions;

/** Checks a part of the stored chain against itself and the anchors, those in the object store among them (CO-56). */
@Singleton
class VerifyChain {
    private static final int PAGE = 1_000;

    private final SealRepository repository;
    private final AnchorAudit anchors;
    private final Statements statements;
    private final Transactions transactions;

    VerifyChain(SealRepository repository, AnchorAudit anchors, Statements statements, Transactions transactions) {
        this.repository = repository;
        this.anchors = anchors;
        this.statements = statements;
        this.transactions = transactions;
    }

    /** Checks at most so many records behind a number, up to the first that is wrong; holds nothing while the store answers. */
    VerificationView of(long after, int most) {
        var stored = anchors.stored();
        return transactions.read(() -> of(after, most, stored));
    }

    private VerificationView of(long after, int most, List<Anchor> stored) {
        var start = after == 0 ? Optional.of(SealRow.NONE) : repository.seal(after);
        long head = repository.head().map(SealRow::sequence).orElse(0L);
        if (after > head && !isAnchored(after, stored)) {
            throw DomainException.of(AuditError.AUDIT_NUMBER);
        }
        if (start.isEmpty()) {
            return view(
                    new ChainCheck(after, ""), after, ChainCheck.missing(after).orElseThrow(), false);
        }
        long to = Math.min(head, after + most);
        boolean more = to < head;
        long last = more ? to : Long.MAX_VALUE;
        var chain = new ChainCheck(after, start.get().hash());
        var outside = stored.stream()
                .filter(anchor -> anchor.sequence() >= after && anchor.sequence() <= last)
                .toList();
        var found = anchored(chain, after, last, outside);
        var from = start.get();
        while (found.isEmpty() && from.sequence() < to) {
            var rows = repository.chain(from.sequence(), to, PAGE);
            if (rows.isEmpty()) {
                found = ChainCheck.missing(from.sequence() + 1);
            } else {
                found = along(chain, from, rows);
                from = rows.getLast().seal();
            }
        }
        if (found.isEmpty() && !more) {
            found = chain.end(anchor -> true);
        }
        return view(chain, after, found.orElse(null), more);
    }

    /** Whether a signed head says that the chain once went so far: then it was cut off. */
    private boolean isAnchored(long sequence, List<Anchor> stored) {
        return stored.stream().anyMatch(anchor -> anchor.sequence() >= sequence)
                || !repository.anchors(sequence, Long.MAX_VALUE).isEmpty();
    }

    private Optional<Finding> anchored(ChainCheck chain, long from, long to, List<Anchor> outside) {
        var keys = new ArrayList<>(statements.keys().getKeys());
        var signed = new ArrayList<>(outside);
        for (var row : repository.anchors(from, to)) {
            var anchor = Anchor.read(row.jws());
            if (anchor.isEmpty()) {
                return Optional.of(new Finding(
                        Kind.ANCHOR_REFUSED, row.sequence(), null, "The anchor of " + row.day() + " is none."));
            }
            signed.add(anchor.get());
            key(row.publicKey()).filter(key -> !holds(keys, key)).ifPresent(keys::add);
        }
        return chain.expect(signed, new JWKSet(keys));
    }

    /** A key that the platform has now is never taken from the database. */
    private static boolean holds(List<JWK> keys, JWK other) {
        return keys.stream().anyMatch(key -> key.getKeyID().equals(other.getKeyID()));
    }

    private static Optional<JWK> key(String json) {
        try {
            return Optional.of(JWK.parse(json));
        } catch (ParseException e) {
            return Optional.empty();
        }
    }

    private Optional<Finding> along(ChainCheck chain, SealRow start, List<TrailRow> rows) {
        for (var row : rows) {
            var found = check(chain, row);
            if (found.isPresent()) {
                return inserted(start, row.seal()).or(() -> found);
            }
        }
        return rows.isEmpty()
                ? Optional.empty()
                : inserted(start, rows.getLast().seal());
    }

    private static Optional<Finding> check(ChainCheck chain, TrailRow row) {
        var seal = row.seal();
        if (seal.sequence() > chain.sequence() + 1) {
            return ChainCheck.missing(chain.sequence() + 1);
        }
        var link = row.link();
        if (link.isEmpty()) {
            return Optional.of(new Finding(
                    Kind.REMOVED, seal.sequence(), row.id().toString(), "Its seal is there, the record is not."));
        }
        return link.get().transaction().equals(seal.txid())
                ? chain.accept(link.get())
                : Optional.of(new Finding(
                        Kind.ALTERED, seal.sequence(), row.id().toString(), "Its transaction is another one."));
    }

    private Optional<Finding> inserted(SealRow from, SealRow to) {
        return repository.between(from.txid(), from.recordId(), to.txid(), to.recordId(), 1).stream()
                .findFirst()
                .map(row -> new Finding(
                        Kind.INSERTED,
                        0,
                        row.id().toString(),
                        "It has no seal, though what was written later has one."));
    }

    private static VerificationView view(ChainCheck chain, long after, @Nullable Finding found, boolean more) {
        return new VerificationView(
                found == null,
                chain.sequence() - after,
                chain.sequence(),
                chain.hash(),
                chain.met(),
                chain.anchored(),
                found == null ? null : VerificationView.First.of(found),
                more && found == null ? chain.sequence() : null);
    }
}
