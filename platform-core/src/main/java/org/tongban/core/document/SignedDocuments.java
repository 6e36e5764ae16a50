package org.tongban.core.document;

import com.nimbusds.jwt.JWTClaimsSet;
import io.micronaut.context.annotation.Value;
import jakarta.inject.Singleton;
import java.time.LocalDate;
import java.util.Date;
import java.util.LinkedHashMap;
import java.util.Map;
import org.tongban.core.time.BusinessClock;
import org.tongban.core.time.SystemClock;
import org.tongban.core.token.DocumentSignatures;
import org.tongban.core.web.DomainException;

/** Documents as signed payloads that whoever has the published keys checks offline (CO-60b). Thread-safe. */
@Singleton
class SignedDocuments {
    /** The {@code typ} of their headers, by which none passes for a token. */
    static final String TYPE = "tongban-document+jwt";

    private final IssuedDocuments documents;
    private final DocumentSignatures signatures;
    private final BusinessClock clock;
    private final SystemClock realTime;
    private final String issuer;

    SignedDocuments(
            IssuedDocuments documents,
            DocumentSignatures signatures,
            BusinessClock clock,
            SystemClock realTime,
            @Value("${platform.public-url}") String issuer) {
        this.documents = documents;
        this.signatures = signatures;
        this.clock = clock;
        this.realTime = realTime;
        this.issuer = issuer;
    }

    /** @throws DomainException {@link DocumentError#DOCUMENT_WITHDRAWN} of what was revoked or superseded */
    String sign(DocumentRow row) {
        switch (DocumentState.of(row, clock.today())) {
            case REVOKED, SUPERSEDED -> throw DomainException.of(DocumentError.DOCUMENT_WITHDRAWN);
            case VALID, NOT_YET_VALID, EXPIRED -> {
                // An expired one says so itself.
            }
        }
        return signatures.sign(TYPE, claims(row));
    }

    private JWTClaimsSet claims(DocumentRow row) {
        var claims = new JWTClaimsSet.Builder()
                .issuer(issuer)
                .subject(row.subjectType() + "/" + row.subject())
                .jwtID(ShortCode.grouped(row.code()))
                .issueTime(Date.from(realTime.now()))
                .notBeforeTime(begin(row.validFrom()))
                .claim("number", row.number())
                .claim("title", Map.of("zh", row.titleZh(), "en", row.titleEn()))
                .claim("issued_by", row.issuer())
                .claim("valid_from", row.validFrom().toString())
                .claim("facts", shown(row))
                .claim("page", documents.address(row))
                .claim(
                        "state",
                        issuer.replaceFirst("/+$", "") + PublicDocumentController.PATH + "/"
                                + ShortCode.grouped(row.code()));
        if (!row.holder().isEmpty()) {
            claims.claim("holder", row.holder());
        }
        var until = row.validUntil();
        if (until != null) {
            claims.claim("valid_until", until.toString()).expirationTime(begin(until.plusDays(1)));
        }
        return claims.build();
    }

    private Map<String, Object> shown(DocumentRow row) {
        var shown = new LinkedHashMap<String, Object>();
        documents.facts(row).stream().filter(DocumentFact::shown).forEach(fact -> shown.put(fact.name(), fact.value()));
        return shown;
    }

    private static Date begin(LocalDate day) {
        return Date.from(day.atStartOfDay(BusinessClock.ZONE).toInstant());
    }
}
