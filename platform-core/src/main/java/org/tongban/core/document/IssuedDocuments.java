package org.tongban.core.document;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.type.TypeReference;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.json.JsonMapper;
import io.micronaut.context.annotation.Value;
import jakarta.inject.Singleton;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.tongban.core.document.pdf.DocumentTemplates;
import org.tongban.core.identifier.Numbers;
import org.tongban.core.time.BusinessClock;
import org.tongban.core.web.CoreError;
import org.tongban.core.web.DomainException;
import org.tongban.core.web.Ids;

/**
 * Issues documents for modules, and takes them back, in the transaction under way (CO-60). What was issued is never
 * changed: a mistake is put right by another document that takes its place. Thread-safe.
 */
@Singleton
public class IssuedDocuments {
    static final String PAGE = "/verify/";

    private static final ObjectMapper MAPPER = JsonMapper.builder().build();
    private static final TypeReference<List<DocumentFact>> FACTS = new TypeReference<>() {};

    private final DocumentRepository repository;
    private final DocumentTemplates templates;
    private final ShortCode codes;
    private final BusinessClock clock;
    private final String publicUrl;

    IssuedDocuments(
            DocumentRepository repository,
            DocumentTemplates templates,
            ShortCode codes,
            BusinessClock clock,
            @Value("${platform.public-url}") String publicUrl) {
        this.repository = repository;
        this.templates = templates;
        this.codes = codes;
        this.clock = clock;
        this.publicUrl = publicUrl.replaceFirst("/+$", "");
    }

    /**
     * Issues a document. Nothing is rendered yet.
     *
     * @throws IllegalArgumentException if the module has no such template, or the number is none of the core's
     */
    public IssuedDocument issue(NewDocument document) {
        templates.demand(document.template());
        if (Numbers.read(document.number())
                .value()
                .filter(document.number()::equals)
                .isEmpty()) {
            throw new IllegalArgumentException("no number of the core's: " + document.number());
        }
        var row = row(document, Ids.next());
        while (insert(row) == 0) {
            row = row(document, row.id());
        }
        return issued(row);
    }

    /**
     * Issues a document in place of another, which from now on says that it was superseded.
     *
     * @throws DomainException {@link CoreError#ILLEGAL_MOVE} if that one was superseded or revoked already
     */
    public IssuedDocument supersede(UUID former, NewDocument document) {
        var next = issue(document);
        if (repository.supersede(former, next.id()) == 0) {
            throw refusal(former);
        }
        return next;
    }

    /**
     * Takes a document back, one that was superseded too; for good, unless the decision falls (see {@link #reinstate}).
     *
     * @throws DomainException {@link CoreError#ILLEGAL_MOVE} if it was revoked already
     */
    public void revoke(UUID id) {
        revokeFor(id, null);
    }

    /**
     * The same by a decision that may be re-examined: meanwhile the document says so as well (CO-46d).
     *
     * @param decided the subject of the decision
     */
    public void revoke(UUID id, UUID decided) {
        revokeFor(id, decided);
    }

    private void revokeFor(UUID id, @Nullable UUID decided) {
        if (repository.revoke(id, decided, clock.now()) == 0) {
            throw refusal(id);
        }
    }

    /**
     * Lets a document stand again whose revocation fell in a re-examination (CO-46d), its code and dates as they were: it
     * may be printed on goods, where no other can take its place.
     *
     * @throws DomainException {@link CoreError#ILLEGAL_MOVE} if it is not revoked
     */
    public void reinstate(UUID id) {
        if (repository.reinstate(id) == 0) {
            throw refusal(id);
        }
    }

    /** The document of this template that was issued last for a record. */
    public Optional<IssuedDocument> latest(UUID subject, String template) {
        return repository.latest(subject, template).map(this::issued);
    }

    private DomainException refusal(UUID id) {
        var row = repository.find(id).orElseThrow(() -> DomainException.of(DocumentError.DOCUMENT_NOT_FOUND));
        return DomainException.of(CoreError.ILLEGAL_MOVE)
                .with("state", DocumentState.of(row, clock.today()).code());
    }

    private IssuedDocument issued(DocumentRow row) {
        return new IssuedDocument(
                row.id(), row.number(), ShortCode.grouped(row.code()), address(row), row.holder(), facts(row));
    }

    /** The page that says whether the document is valid. */
    String address(DocumentRow row) {
        return publicUrl + PAGE + ShortCode.grouped(row.code());
    }

    List<DocumentFact> facts(DocumentRow row) {
        try {
            return MAPPER.readValue(row.facts(), FACTS);
        } catch (JsonProcessingException e) {
            throw new IllegalStateException("the facts of document " + row.id() + " cannot be read", e);
        }
    }

    private int insert(DocumentRow row) {
        return repository.insert(
                row.id(),
                row.code(),
                row.template(),
                row.number(),
                row.titleZh(),
                row.titleEn(),
                row.holder(),
                row.issuer(),
                row.account(),
                row.subjectType(),
                row.subject(),
                row.facts(),
                row.validFrom(),
                row.validUntil(),
                row.issuedAt(),
                row.foundByNumber());
    }

    private DocumentRow row(NewDocument document, UUID id) {
        return new DocumentRow(
                id,
                codes.next(),
                document.template(),
                document.number(),
                document.title().zh(),
                document.title().en(),
                document.holder(),
                document.issuer(),
                document.account(),
                document.subject().type(),
                document.subject().id(),
                json(document.facts()),
                document.validFrom(),
                document.validUntil(),
                clock.now(),
                null,
                null,
                null,
                document.foundByNumber(),
                null,
                null);
    }

    private static String json(List<DocumentFact> facts) {
        try {
            return MAPPER.writeValueAsString(facts);
        } catch (JsonProcessingException e) {
            throw new IllegalStateException(e);
        }
    }
}
