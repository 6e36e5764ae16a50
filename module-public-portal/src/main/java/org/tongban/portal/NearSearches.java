package org.tongban.portal;

import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.tongban.core.page.Component.Lead;
import org.tongban.core.page.PageAddress;
import org.tongban.core.page.Pages;
import org.tongban.core.publicdata.PublicCollection;
import org.tongban.core.publicdata.PublicCollections;
import org.tongban.core.publicdata.PublicPage;
import org.tongban.core.publicdata.PublicQuery;

/**
 * What a search that found nothing could have found (PF-70): the same without filters, names of the same sound, and parts of
 * the text. It asks a few questions at most, each of which finds something or is not offered.
 */
final class NearSearches {
    /** So many names of the same sound, and so many parts of the text are offered. */
    private static final int NAMES = 3;

    private static final int PARTS = 3;

    /** So many parts are tried. */
    private static final int TRIED = 5;

    private static final int SHORTEST_PART = 2;

    private final Pages pages;
    private final PageAddress address;
    private final PublicCollections collections;
    private final PublicCollection collection;

    NearSearches(Pages pages, PageAddress address, PublicCollections collections, PublicCollection collection) {
        this.pages = pages;
        this.address = address;
        this.collections = collections;
        this.collection = collection;
    }

    /** Links to what is near a question without answer. */
    List<Lead> leads(PublicQuery asked) {
        var leads = new ArrayList<Lead>();
        if (!asked.facets().isEmpty()) {
            var found = found(asked.text());
            if (!found.items().isEmpty()) {
                leads.add(new Lead(to(asked.text()), counted("empty.unfiltered", found, "")));
            }
        }
        if (leads.isEmpty() && !asked.text().isEmpty()) {
            collections.alike(collection, asked.text()).stream()
                    .limit(NAMES)
                    .map(name -> new Lead(to(name.text()), text("empty.alike", name.text())))
                    .forEach(leads::add);
            int wanted = leads.size() + PARTS;
            for (var part : parts(asked.text())) {
                var found = leads.size() < wanted ? found(part) : null;
                if (found != null && !found.items().isEmpty()) {
                    leads.add(new Lead(to(part), counted("empty.part", found, part)));
                }
            }
        }
        return List.copyOf(leads);
    }

    /** The words of a text of several; the beginnings and ends of one, the longest first. */
    private static Set<String> parts(String text) {
        var parts = new LinkedHashSet<String>();
        var words = text.split("[\\s\\u3000]+");
        if (words.length > 1) {
            for (var word : words) {
                add(parts, word);
            }
            return parts;
        }
        int length = text.codePointCount(0, text.length());
        for (int dropped = 1; dropped <= 2; dropped++) {
            if (length - dropped >= SHORTEST_PART) {
                add(parts, text.substring(0, text.offsetByCodePoints(text.length(), -dropped)));
                add(parts, text.substring(text.offsetByCodePoints(0, dropped)));
            }
        }
        if (length / 2 >= SHORTEST_PART) {
            add(parts, text.substring(0, text.offsetByCodePoints(0, length / 2)));
        }
        return parts;
    }

    private static void add(Set<String> parts, String part) {
        if (parts.size() < TRIED && part.codePointCount(0, part.length()) >= SHORTEST_PART) {
            parts.add(part);
        }
    }

    private PublicPage found(String text) {
        return collections.search(collection, new PublicQuery(text, Map.of(), null, 1, true));
    }

    private String counted(String key, PublicPage found, String part) {
        return text(found.atLeast() ? key + ".more" : key, found.total() == null ? 0 : found.total(), part);
    }

    private String to(String text) {
        return address.to(
                "/search",
                collections.all().size() < 2 ? Map.of("q", text) : Map.of("q", text, "collection", collection.id()));
    }

    private String text(String key, Object... values) {
        return pages.text(address, SearchPage.VIEW, key, values);
    }
}
