package org.tongban.core.agreement;

import jakarta.inject.Singleton;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.tongban.core.agreement.AgreementRepository.VersionRow;
import org.tongban.core.module.Title;
import org.tongban.core.time.BusinessClock;
import org.tongban.core.time.DatabaseClock;
import org.tongban.core.web.CoreError;
import org.tongban.core.web.DomainException;
import org.tongban.core.web.Ids;
import org.tongban.core.web.Violation;

/** Publishes the next version of an agreement, for good (CO-33). */
@Singleton
class PublishAgreement {
    private static final String DATE = "/effectiveFrom";

    private final AgreementRepository repository;
    private final BusinessClock clock;
    private final DatabaseClock real;

    PublishAgreement(AgreementRepository repository, BusinessClock clock, DatabaseClock real) {
        this.repository = repository;
        this.clock = clock;
        this.real = real;
    }

    /**
     * A version to be published.
     *
     * @param effectiveFrom the first day, in Asia/Shanghai, on which it is in force
     * @param acceptAgain whether those who accepted an older version have to accept this one
     */
    record Edition(String zh, String en, LocalDate effectiveFrom, boolean acceptAgain) {}

    VersionRow publish(UUID publisher, String agreement, Edition edition) {
        repository.lockPublication();
        var latest = repository.latest(agreement).orElse(null);
        var violations = violations(edition, latest);
        if (!violations.isEmpty()) {
            throw DomainException.of(AgreementError.AGREEMENT_REFUSED, violations);
        }
        return store(publisher, agreement, latest == null ? 1 : latest.version() + 1, edition);
    }

    /** Takes back the last version, as long as nobody can have accepted it. */
    VersionRow withdraw(String agreement, int version) {
        repository.lockPublication();
        var row = repository.find(agreement, version).orElseThrow(() -> DomainException.of(CoreError.NOT_FOUND));
        if (!row.effectiveFrom().isAfter(clock.today())
                || repository.latest(agreement).orElseThrow().version() != version) {
            throw DomainException.of(AgreementError.AGREEMENT_IN_FORCE);
        }
        repository.delete(row.id());
        return row;
    }

    /** Keeps a version that may be published. */
    VersionRow store(UUID publisher, String agreement, int number, Edition edition) {
        var version = new VersionRow(
                Ids.next(),
                agreement,
                number,
                sha256(edition.zh(), edition.en()),
                edition.effectiveFrom(),
                edition.acceptAgain(),
                real.now());
        repository.insert(
                version.id(),
                agreement,
                version.version(),
                edition.zh(),
                edition.en(),
                version.sha256(),
                version.effectiveFrom(),
                version.acceptAgain(),
                publisher,
                version.publishedAt());
        return version;
    }

    /** A version that came into force before it was published would bind people to what they could not read. */
    private List<Violation> violations(Edition edition, @Nullable VersionRow latest) {
        var violations = new ArrayList<Violation>();
        if (edition.effectiveFrom().isBefore(clock.today())) {
            violations.add(new Violation(DATE, "in-the-past", new Title("生效日期不得早于今天", "Not before today")));
        }
        if (latest != null && edition.effectiveFrom().isBefore(latest.effectiveFrom())) {
            violations.add(new Violation(
                    DATE,
                    "before-latest-version",
                    new Title(
                            "生效日期不得早于上一版本的 " + latest.effectiveFrom(),
                            "Not before the version before it, " + latest.effectiveFrom())));
        }
        return violations;
    }

    /** Of both texts in UTF-8 with a zero byte between them, which neither can hold. */
    static String sha256(String zh, String en) {
        try {
            var digest = MessageDigest.getInstance("SHA-256");
            digest.update(zh.getBytes(StandardCharsets.UTF_8));
            digest.update((byte) 0);
            return HexFormat.of().formatHex(digest.digest(en.getBytes(StandardCharsets.UTF_8)));
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("SHA-256 is not available", e);
        }
    }
}
