package org.tongban.filing.publicdata;

import jakarta.inject.Singleton;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.UUID;
import org.tongban.core.publicdata.PublicQuery;
import org.tongban.core.publicdata.Relevance;
import org.tongban.core.publicdata.Relevance.Tier;
import org.tongban.core.web.Keyset;
import org.tongban.core.web.PageOf;

/**
 * Products that answer a text, the best first and within a tier the newest (PF-70). Where they are few one question
 * answers; else tier after tier is asked, no further than the page is full, so that a common word costs no more than a rare
 * one. What is filed meanwhile stands before or behind the edge of a page, and no record is passed over or comes twice.
 */
@Singleton
class RankedProducts {
    /** Below every position: where a tier ends. */
    private static final UUID LAST = new UUID(0, 0);

    private final PublicProductRepository products;

    RankedProducts(PublicProductRepository products) {
        this.products = products;
    }

    /** A product with the tier that it was found in. */
    private record Ranked(int rank, PublicProduct row) {}

    /** One page, in the transaction under way. */
    PageOf<PublicProduct> page(PublicQuery query, Relevance relevance) {
        if (query.cursor() == null) {
            var few = below(relevance.all(), Keyset.FIRST, query.limit() + 1);
            // As many as were asked for are some of them; less are all, and more the best of all.
            if (few.size() != query.limit() + 1) {
                return page(query, RankedCursor.FIRST, sorted(few, relevance));
            }
        }
        var place = query.cursor() == null ? RankedCursor.FIRST : RankedCursor.read(query.cursor());
        var found = place.towardsBetter()
                ? before(relevance, place, query.limit() + 1)
                : from(relevance, place, query.limit() + 1);
        return page(query, place, found);
    }

    private static List<Ranked> sorted(List<PublicProduct> rows, Relevance relevance) {
        // They are the newest first already, and stay so within a tier.
        return rows.stream()
                .map(row -> new Ranked(relevance.rank(row.name(), row.unitName()), row))
                .sorted(Comparator.comparingInt(Ranked::rank))
                .toList();
    }

    private List<Ranked> from(Relevance relevance, RankedCursor place, int most) {
        var found = new ArrayList<Ranked>();
        for (var tier : relevance.tiers()) {
            if (tier.rank() >= place.rank() && found.size() < most) {
                var edge = tier.rank() == place.rank() ? place.edge() : Keyset.FIRST;
                below(tier, edge, most - found.size()).forEach(row -> found.add(new Ranked(tier.rank(), row)));
            }
        }
        return found;
    }

    private List<Ranked> before(Relevance relevance, RankedCursor place, int most) {
        var found = new ArrayList<Ranked>();
        for (var tier : relevance.tiers().reversed()) {
            if (tier.rank() <= place.rank() && found.size() < most) {
                var edge = tier.rank() == place.rank() ? place.edge() : LAST;
                above(tier, edge, most - found.size()).forEach(row -> found.add(new Ranked(tier.rank(), row)));
            }
        }
        return found;
    }

    private static PageOf<PublicProduct> page(PublicQuery query, RankedCursor place, List<Ranked> read) {
        boolean goesOn = read.size() > query.limit();
        var rows = read.subList(0, Math.min(query.limit(), read.size()));
        if (place.towardsBetter()) {
            rows = rows.reversed();
        }
        if (rows.isEmpty()) {
            return new PageOf<>(List.of(), null, null);
        }
        boolean worse = goesOn || place.towardsBetter();
        boolean better = place.towardsBetter() ? goesOn : !place.equals(RankedCursor.FIRST);
        return new PageOf<>(
                rows.stream().map(Ranked::row).toList(),
                worse ? cursor(rows.getLast(), false) : null,
                better ? cursor(rows.getFirst(), true) : null);
    }

    private static String cursor(Ranked beside, boolean towardsBetter) {
        return new RankedCursor(beside.rank(), beside.row().position(), towardsBetter).written();
    }

    /** What is older, newest first; of everything one more than asked for, where those are the best. */
    List<PublicProduct> below(Tier tier, UUID edge, int most) {
        return beside(tier, edge, false, most);
    }

    /** What is newer, oldest first, likewise. */
    List<PublicProduct> above(Tier tier, UUID edge, int most) {
        return beside(tier, edge, true, most);
    }

    private List<PublicProduct> beside(Tier tier, UUID edge, boolean newer, int most) {
        return products.beside(
                tier.grams(),
                tier.names(),
                tier.otherNames(),
                tier.holders(),
                tier.otherHolders(),
                tier.texts(),
                edge,
                newer,
                most,
                tier.whole());
    }
}
