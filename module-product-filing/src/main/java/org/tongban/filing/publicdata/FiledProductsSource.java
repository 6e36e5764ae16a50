package org.tongban.filing.publicdata;

import jakarta.inject.Singleton;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.tongban.core.identifier.SearchGrams;
import org.tongban.core.publicdata.PublicCollectionSource;
import org.tongban.core.publicdata.PublicPage;
import org.tongban.core.publicdata.PublicQuery;
import org.tongban.core.publicdata.PublicRecord;
import org.tongban.core.web.CoreError;
import org.tongban.core.web.DomainException;
import org.tongban.filing.ProductFilingModule;
import org.tongban.filing.page.Cursor;
import org.tongban.filing.page.Slice;

/** The public collection of filed products, newest first (PF-70). */
@Singleton
class FiledProductsSource implements PublicCollectionSource {
    /** Totals are exact up to here. */
    private static final int COUNTED = 10_000;

    private static final UUID ABOVE_ALL = UUID.fromString("ffffffff-ffff-ffff-ffff-ffffffffffff");

    private final PublicProductRepository products;
    private final PublicProductPage page;

    FiledProductsSource(PublicProductRepository products, PublicProductPage page) {
        this.products = products;
        this.page = page;
    }

    @Override
    public String collection() {
        return ProductFilingModule.PRODUCTS;
    }

    @Override
    public PublicPage search(PublicQuery query) {
        var cursor = cursor(query.cursor());
        var from = cursor == null ? ABOVE_ALL : UUID.fromString(cursor.key());
        var grams = SearchGrams.asked(query.text(), ProductFacets.asked(query.facets()));
        var words = SearchGrams.words(query.text()).stream()
                .map(word -> "%" + word + "%")
                .toArray(String[]::new);
        var read = Cursor.isOnwards(cursor)
                ? products.onwards(grams, words, from, query.limit() + 1)
                : products.backwards(grams, words, from, query.limit() + 1);
        var slice = Slice.of(read, query.limit(), cursor, row -> row.position().toString());
        var total = products.count(grams, words, COUNTED + 1L);
        return new PublicPage(
                slice.map(page::card), slice.next(), slice.prev(), Math.min(total, COUNTED), total > COUNTED);
    }

    @Override
    public Optional<PublicRecord> find(UUID id) {
        return products.ofId(id).map(page::page);
    }

    @Override
    public Map<String, Long> counts() {
        return products.counts().stream()
                .collect(Collectors.toUnmodifiableMap(StateCount::state, StateCount::count));
    }

    private static @Nullable Cursor cursor(@Nullable String text) {
        if (text == null) {
            return null;
        }
        return Cursor.parse(text)
                .filter(cursor -> isId(cursor.key()))
                .orElseThrow(() -> DomainException.of(CoreError.BAD_CURSOR));
    }

    private static boolean isId(String key) {
        try {
            return UUID.fromString(key).toString().equals(key);
        } catch (IllegalArgumentException notAnId) {
            return false;
        }
    }
}
