package org.tongban.core.publicdata;

import io.micronaut.context.annotation.Context;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.tongban.core.module.Behaviour;
import org.tongban.core.module.ModuleRegistry;
import org.tongban.core.module.PlatformModule;
import org.tongban.core.web.CoreError;
import org.tongban.core.web.Cursors;
import org.tongban.core.web.DomainException;
import org.tongban.core.web.Transactions;

/**
 * All public collections of the installed modules, each with the source of its content (CO-2). The start fails where a
 * collection is declared twice, or has not exactly one source. Each question runs in a read-only transaction. Thread-safe.
 */
@Context
public class PublicCollections {
    /** How a mark is spelled, behind which a part of a collection begins. */
    public static final String MARK = "[A-Za-z0-9_-]{1,100}";

    private final Map<String, PublicCollection> declared;
    private final Map<String, PublicCollectionSource> sources;
    private final Transactions transactions;

    PublicCollections(ModuleRegistry modules, List<PublicCollectionSource> sources, Transactions transactions) {
        this.transactions = transactions;
        var declarations = modules.<PublicCollection>all(PlatformModule::publicCollections);
        this.sources = Behaviour.of(
                "PublicCollectionSource",
                declarations.stream().map(PublicCollection::id).toList(),
                sources,
                PublicCollectionSource::collection);
        this.declared = new LinkedHashMap<>();
        declarations.forEach(collection -> declared.put(collection.id(), collection));
    }

    /** The collections in the order of the modules and of their declarations. */
    public List<PublicCollection> all() {
        return List.copyOf(declared.values());
    }

    /** The collection with this id. */
    public Optional<PublicCollection> find(String id) {
        return Optional.ofNullable(declared.get(id));
    }

    /**
     * The question that query parameters ask: {@code q}, {@code cursor}, {@code limit} (20 where absent),
     * {@code count} (false where absent) and the collection's facets; an empty value is as good as none.
     *
     * @throws DomainException of kind {@code BAD_REQUEST} with every violation
     */
    public PublicQuery query(PublicCollection collection, Map<String, List<String>> parameters) {
        return QueryParameters.read(collection, parameters);
    }

    /** One page of what matches; its cursors are places of the question, be it asked by the API or on a page. */
    public PublicPage search(PublicCollection collection, PublicQuery query) {
        var question = List.of(collection.id(), query.text(), new TreeMap<>(query.facets()));
        return Cursors.asking(
                question.toString(),
                () -> transactions.read(() -> source(collection).search(query)));
    }

    /** The record, where it exists and is public. */
    public Optional<PublicRecord> record(PublicCollection collection, UUID id) {
        return transactions.read(() -> source(collection).find(id));
    }

    /** Counts by state code. */
    public Map<String, Long> counts(PublicCollection collection) {
        return transactions.read(() -> source(collection).counts());
    }

    /** Names that begin as typed; none for a blank. */
    public List<PublicSuggestion> suggestions(PublicCollection collection, String begun) {
        return begun.isBlank()
                ? List.of()
                : transactions.read(() -> source(collection).suggestions(begun));
    }

    /** Names that sound like a text which found nothing. */
    public List<PublicSuggestion> alike(PublicCollection collection, String text) {
        return text.isBlank()
                ? List.of()
                : transactions.read(() -> source(collection).alike(text));
    }

    /** Whether the collection has tables of counts. */
    public boolean hasStatistics(PublicCollection collection) {
        return source(collection).statistics().isPresent();
    }

    /** The collection's tables of counts; empty where it has none. */
    public List<PublicStatistic> statistics(PublicCollection collection) {
        return source(collection).statistics().map(transactions::read).orElse(List.of());
    }

    /** Of what is shown for a limited time that which ends first; none where the collection declares no such thing. */
    public List<PublicRecord> ending(PublicCollection collection, int most) {
        return collection.ending() == null
                ? List.of()
                : transactions.read(() -> source(collection).ending(most));
    }

    /**
     * The marks behind which the parts of a list of all records begin; they stand in addresses.
     *
     * @throws IllegalStateException where the source has a mark that may not stand there
     */
    public List<String> parts(PublicCollection collection, int size) {
        var marks = Cursors.asking(
                collection.id(),
                () -> transactions.read(() -> source(collection).parts(size)));
        marks.stream().filter(mark -> !mark.matches(MARK)).findFirst().ifPresent(mark -> {
            throw new IllegalStateException("the collection “%s” has a part behind “%s”, which is not %s"
                    .formatted(collection.id(), mark, MARK));
        });
        return marks;
    }

    /** The part of the list of all records behind a mark, null for the first. */
    public List<PublicAddress> part(PublicCollection collection, @Nullable String after, int size) {
        return Cursors.asking(
                collection.id(),
                () -> transactions.read(() -> source(collection).part(after, size)));
    }

    private PublicCollectionSource source(PublicCollection collection) {
        var source = sources.get(collection.id());
        if (source == null) {
            throw DomainException.of(CoreError.NOT_FOUND);
        }
        return source;
    }
}
