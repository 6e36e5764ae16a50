package org.tongban.filing.publicdata;

import jakarta.inject.Singleton;
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
import org.tongban.core.web.Keyset;
import org.tongban.core.web.Transactions;
import org.tongban.filing.ProductFilingModule;
import org.tongban.filing.statistic.ProductStatistics;

/** The public collection of filed products, newest first (PF-70). */
@Singleton
class FiledProductsSource implements PublicCollectionSource {
    /** Totals are exact up to here. */
    private static final int COUNTED = 10_000;

    /** No id is below. */
    private static final UUID FIRST = new UUID(0, 0);

    private final PublicProductRepository products;
    private final PublicProductPage page;
    private final ProductStatistics statistics;
    private final Transactions transactions;

    FiledProductsSource(
            PublicProductRepository products,
            PublicProductPage page,
            ProductStatistics statistics,
            Transactions transactions) {
        this.products = products;
        this.page = page;
        this.statistics = statistics;
        this.transactions = transactions;
    }

    @Override
    public String collection() {
        return ProductFilingModule.PRODUCTS;
    }

    @Override
    public PublicPage search(PublicQuery query) {
        var grams = SearchGrams.asked(query.text(), ProductFacets.asked(query.facets()));
        var words = SearchGrams.words(query.text()).stream()
                .map(word -> "%" + word + "%")
                .toArray(String[]::new);
        if (words.length == 0 && !query.text().isBlank()) {
            // Nothing is found by signs alone, which are in no index; it is not the question for all.
            return new PublicPage(List.of(), null, null, query.count() ? 0L : null, false);
        }
        // The plan is chosen for one transaction.
        return transactions.read(() -> found(query, grams, words, ProductFacets.askedYear(query.facets())));
    }

    private PublicPage found(PublicQuery query, String[] grams, String[] words, int year) {
        products.planWithValues();
        var found = Keyset.page(
                Keyset.place(query.cursor()),
                query.limit(),
                (edge, most) -> products.below(grams, words, year, edge, most),
                (edge, most) -> products.above(grams, words, year, edge, most),
                PublicProduct::position,
                page::card);
        if (!query.count()) {
            return new PublicPage(found.items(), found.nextCursor(), found.prevCursor(), null, false);
        }
        var total = products.count(grams, words, year, COUNTED + 1L);
        return new PublicPage(
                found.items(), found.nextCursor(), found.prevCursor(), Math.min(total, COUNTED), total > COUNTED);
    }

    @Override
    public List<UUID> parts(int size) {
        return products.marks(size - 1);
    }

    @Override
    public List<PublicAddress> part(@Nullable UUID after, int size) {
        return products.addresses(after == null ? FIRST : after, size).stream()
                .map(row -> new PublicAddress(row.id(), row.changedAt()))
                .toList();
    }

    @Override
    public List<PublicRecord> ending(int most) {
        return products.inPublicity(most).stream().map(page::card).toList();
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
}
