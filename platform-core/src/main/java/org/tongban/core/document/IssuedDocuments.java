package org.tongban.core.document;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.type.TypeReference;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.json.JsonMapper;
import io.micronaut.context.annotation.Value;
import jakarta.inject.Singleton;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.tongban.core.document.pdf.DocumentTemplates;
import org.tongban.core.identifier.Numbers;
import org.tongban.core.time.BusinessClock;
import org.tongban.core.web.Columns;
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
        return issueAll(List.of(document)).getFirst();
    }

    /** The same of many at once; the answer has their order. */
    public List<IssuedDocument> issueAll(List<NewDocument> documents) {
        if (documents.isEmpty()) {
            return List.of();
        }
        documents.forEach(this::check);
        var now = clock.now();
        var rows = documents.stream()
                .map(document -> row(document, Ids.next(), now))
                .collect(Collectors.toCollection(ArrayList::new));
        insert(rows, documents, now);
        return rows.stream().map(this::issued).toList();
    }

    /** Those whose code another document has get a new one. */
    private void insert(List<DocumentRow> rows, List<NewDocument> documents, Instant now) {
        var added = repository.insert(rows);
        while (added.size() < rows.size()) {
            var again = new ArrayList<DocumentRow>();
            for (int i = 0; i < rows.size(); i++) {
                if (!added.contains(rows.get(i).id())) {
                    rows.set(i, row(documents.get(i), rows.get(i).id(), now));
                    again.add(rows.get(i));
                }
            }
            added = Stream.concat(added.stream(), repository.insert(again).stream())
                    .collect(Collectors.toSet());
        }
    }

    private void check(NewDocument document) {
        templates.demand(document.template());
        if (Numbers.read(document.number())
                .value()
                .filter(document.number()::equals)
                .isEmpty()) {
            throw new IllegalArgumentException("no number of the core's: " + document.number());
        }
    }

    /**
     * Issues a document in place of another, which from now on says that it was superseded.
     *
     * @throws DomainException {@link CoreError#ILLEGAL_MOVE} if that one was superseded or revoked already
     */
    public IssuedDocument supersede(UUID former, NewDocument document) {
        var next = issue(document);
        supersedeAll(Map.of(former, next.id()));
        return next;
    }

    /**
     * Has documents say that others took their place, which were issued in the same transaction.
     *
     * @param nextOf the next one of each
     * @throws DomainException {@link CoreError#ILLEGAL_MOVE} if one was superseded or revoked already
     */
    public void supersedeAll(Map<UUID, UUID> nextOf) {
        if (nextOf.isEmpty()) {
            return;
        }
        var pairs = nextOf.entrySet();
        if (repository.supersede(Columns.of(pairs, Map.Entry::getKey), Columns.of(pairs, Map.Entry::getValue))
                < pairs.size()) {
            throw refusal(pairs.stream()
                    .filter(pair -> isOver(pair.getKey(), pair.getValue()))
                    .findFirst()
                    .orElseThrow()
                    .getKey());
        }
    }

    private boolean isOver(UUID former, UUID next) {
        return repository
                .find(former)
                .filter(row -> next.equals(row.supersededBy()))
                .isEmpty();
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

    /** The same of many records, by their ids; one without such a document is left out. */
    public Map<UUID, IssuedDocument> latest(Set<UUID> subjects, String template) {
        return repository.latest(Columns.of(subjects), template).stream()
                .collect(Collectors.toMap(DocumentRow::subject, this::issued));
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

    private DocumentRow row(NewDocument document, UUID id, Instant now) {
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
                now,
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
