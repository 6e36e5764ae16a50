package org.tongban.filing.certificate;

import jakarta.inject.Singleton;
import java.time.LocalDate;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.tongban.core.document.DocumentFact;
import org.tongban.core.document.IssuedDocument;
import org.tongban.core.module.Language;
import org.tongban.core.review.Reviews;
import org.tongban.core.time.BusinessClock;
import org.tongban.filing.certificate.CertificateViews.PublicCertificate;
import org.tongban.filing.certificate.CertificateViews.ShownProduct;
import org.tongban.filing.publicdata.ShownProducts;
import org.tongban.filing.recognition.RecognitionState;

/** What anybody is told by the number of a certificate: what stands on it, and its state today (PF-70, PF-71). */
@Singleton
class PublicCertificates {
    private final CertificateRepository recognitions;
    private final IssueCertificates certificates;
    private final ShownProducts products;
    private final Reviews reviews;
    private final BusinessClock clock;

    PublicCertificates(
            CertificateRepository recognitions,
            IssueCertificates certificates,
            ShownProducts products,
            Reviews reviews,
            BusinessClock clock) {
        this.recognitions = recognitions;
        this.certificates = certificates;
        this.products = products;
        this.reviews = reviews;
        this.clock = clock;
    }

    /** The certificate of a number, as the core writes numbers. */
    Optional<PublicCertificate> find(String number, Language language) {
        return recognitions
                .ofNumber(number)
                .map(found -> view(found, certificates.of(found.id()).orElseThrow(), language));
    }

    private PublicCertificate view(Certified found, IssuedDocument document, Language language) {
        var facts = document.facts().stream()
                .collect(Collectors.toUnmodifiableMap(DocumentFact::name, fact -> fact.valueIn(language)));
        var state = found.stateOn(clock.today());
        return new PublicCertificate(
                found.requireCertificateNumber(),
                state.code(),
                state.title().in(language),
                state == RecognitionState.REVOKED ? day(found) : null,
                underReexamination(found, state),
                state == RecognitionState.SUPERSEDED
                        ? recognitions.successor(found.id()).orElse(null)
                        : null,
                found.requireRecognisedOn(),
                found.requireValidUntil(),
                fact(facts, "product"),
                fact(facts, "model"),
                facts.get("categoryCode"),
                facts.get("industryCode"),
                fact(facts, "filingNumber"),
                document.holder(),
                fact(facts, "creditCode"),
                document.address(),
                products.find(found.product())
                        .map(shown ->
                                new ShownProduct(shown.state(), shown.title().in(language), shown.href()))
                        .orElse(null));
    }

    /** The decision that revoked it stands while somebody looks at it again, and is shown as such (CO-46d). */
    private @Nullable Boolean underReexamination(Certified found, RecognitionState state) {
        var decided = found.revokedBy();
        return state == RecognitionState.REVOKED && decided != null && reviews.underReexamination(decided)
                ? true
                : null;
    }

    private static LocalDate day(Certified found) {
        return LocalDate.ofInstant(found.changedAt(), BusinessClock.ZONE);
    }

    private static String fact(Map<String, String> facts, String name) {
        return facts.getOrDefault(name, "");
    }
}
