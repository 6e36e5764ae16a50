package org.tongban.filing.publicdata;

import jakarta.inject.Singleton;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;
import org.tongban.core.identifier.SearchGrams;
import org.tongban.core.publicdata.PublicAddress;
import org.tongban.core.publicdata.PublicCollectionSource;
import org.tongban.core.publicdata.PublicPage;
import org.tongban.core.publicdata.PublicQuery;
import org.tongban.core.publicdata.PublicRecord;
import org.tongban.core.publicdata.PublicStatistic;
import org.tongban.core.publicdata.PublicSuggestion;
import org.tongban.core.publicdata.Relevance;
import org.tongban.core.publicdata.Relevance.Tier;
import org.tongban.core.web.CoreError;
import org.tongban.core.web.DomainException;
import org.tongban.core.web.Keyset;
import org.tongban.core.web.PageOf;
import org.tongban.core.web.Transactions;
import org.tongban.filing.ProductFilingModule;
import org.tongban.filing.statistic.ProductStatistics;

/** The public collection of filed products: for a text the best first, else the newest (PF-70). */
@Singleton
class FiledProductsSource implements PublicCollectionSource {
    private final PublicProductRepository products;
    private final RankedProducts ranked;
    private final ListedParts parts;
    private final PublicProductPage page;
    private final PublicStanding standing;
    private final SuggestedNames names;
    private final ProductStatistics statistics;
    private final Transactions transactions;

    FiledProductsSource(
            PublicProductRepository products,
            RankedProducts ranked,
            ListedParts parts,
            PublicProductPage page,
            PublicStanding standing,
            SuggestedNames names,
            ProductStatistics statistics,
            Transactions transactions) {
        this.products = products;
        this.ranked = ranked;
        this.parts = parts;
        this.page = page;
        this.standing = standing;
        this.names = names;
        this.statistics = statistics;
        this.transactions = transactions;
    }

    @Override
    public String collection() {
        return ProductFilingModule.PRODUCTS;
    }

    @Override
    public PublicPage search(PublicQuery query) {
        // The plan is chosen for one transaction.
        return transactions.read(() -> found(query));
    }

    private PublicPage found(PublicQuery query) {
        var tokens = new ArrayList<>(ProductFacets.asked(query.facets()));
        tokens.addAll(SearchGrams.askedNumbers(query.text()));
        var relevance = new Relevance(query.text(), tokens);
        var rows = query.text().isBlank() ? newest(query, relevance.all()) : ranked.page(query, relevance);
        var words = SearchGrams.words(query.text());
        // A state begins and ends at midnight; what the search finds it by is written a little later.
        var state = query.facets().getOrDefault(ProductFacets.STATE, "");
        var items = rows.items().stream()
                .filter(row -> state.isEmpty() || standing.state(row).code().equals(state))
                .map(row -> page.card(row, words))
                .toList();
        if (!query.count()) {
            return new PublicPage(items, rows.nextCursor(), rows.prevCursor(), null, false);
        }
        var total = count(relevance);
        return new PublicPage(
                items, rows.nextCursor(), rows.prevCursor(), Math.min(total, PageOf.COUNTED), total > PageOf.COUNTED);
    }

    private long count(Relevance relevance) {
        products.planByIndexes();
        var tokens = relevance.all().grams();
        return tokens.length == 0
                ? products.countAll(PageOf.COUNTED + 1L)
                : products.count(tokens, relevance.texts(), PageOf.COUNTED + 1L);
    }

    private PageOf<PublicProduct> newest(PublicQuery query, Tier all) {
        boolean filtered = all.grams().length > 0;
        return Keyset.page(
                Keyset.place(query.cursor()),
                query.limit(),
                (edge, most) -> filtered ? ranked.below(all, edge, most) : products.older(edge, most),
                (edge, most) -> filtered ? ranked.above(all, edge, most) : products.newer(edge, most),
                PublicProduct::position,
                row -> row);
    }

    @Override
    public List<String> parts(int size) {
        return parts.marks(size).stream().map(UUID::toString).toList();
    }

    @Override
    public List<PublicAddress> part(@Nullable String after, int size) {
        return parts.part(after == null ? null : mark(after), size).stream()
                .map(row -> new PublicAddress(row.id(), row.changedAt()))
                .toList();
    }

    private static UUID mark(String after) {
        try {
            return UUID.fromString(after);
        } catch (IllegalArgumentException _) {
            throw DomainException.of(CoreError.BAD_CURSOR);
        }
    }

    @Override
    public List<PublicRecord> ending(int most) {
        return products.inPublicity(most).stream()
                .map(row -> page.card(row, List.of()))
                .toList();
    }

    @Override
    public Optional<PublicRecord> find(UUID id) {
        return products.ofId(id).map(page::page);
    }

    @Override
    public Map<String, Long> counts() {
        return statistics.counts();
    }

    @Override
    public Optional<Supplier<List<PublicStatistic>>> statistics() {
        return Optional.of(statistics::forPublic);
    }

    @Override
    public List<PublicSuggestion> suggestions(String begun) {
        return names.beginning(begun);
    }

    @Override
    public List<PublicSuggestion> alike(String text) {
        return names.sounding(text);
    }
}
