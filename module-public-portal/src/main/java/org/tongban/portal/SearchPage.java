package org.tongban.portal;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.tongban.core.page.Component.Card;
import org.tongban.core.page.Component.Control;
import org.tongban.core.page.Component.Empty;
import org.tongban.core.page.Component.ErrorSummary;
import org.tongban.core.page.Component.Option;
import org.tongban.core.page.Component.Pager;
import org.tongban.core.page.Component.Problem;
import org.tongban.core.page.Component.Row;
import org.tongban.core.page.Component.StateTag;
import org.tongban.core.page.Highlight;
import org.tongban.core.page.PageAddress;
import org.tongban.core.page.Pages;
import org.tongban.core.publicdata.PublicCollection;
import org.tongban.core.publicdata.PublicCollection.Facet;
import org.tongban.core.publicdata.PublicCollections;
import org.tongban.core.publicdata.PublicPage;
import org.tongban.core.publicdata.PublicQuery;
import org.tongban.core.publicdata.PublicRecord;
import org.tongban.core.web.Violation;
import org.tongban.portal.Models.Search;
import org.tongban.portal.Models.SearchBox;

/** One answer of the search page, in the making: what was asked, and how the results are shown. */
final class SearchPage {
    static final String VIEW = "portal/search";

    /** Suggests names while one types. */
    static final String SCRIPT = "search.js";

    private static final String COLLECTION = "collection";

    private final Pages pages;
    private final PageAddress address;
    private final PublicCollections collections;
    private final List<PublicCollection> all;
    private final PublicCollection collection;

    SearchPage(Pages pages, PageAddress address, PublicCollections collections, PublicCollection collection) {
        this.pages = pages;
        this.address = address;
        this.collections = collections;
        this.all = collections.all();
        this.collection = collection;
    }

    /** The parameters that concern the search, whose page tells how many were found; what else an address carries, say of a newsletter, is let be. */
    Map<String, List<String>> parameters() {
        var known = new LinkedHashMap<String, List<String>>();
        known.put("count", List.of("true"));
        address.query().forEach((name, value) -> {
            if (name.equals("q")
                    || name.equals("cursor")
                    || collection.facet(name).isPresent()) {
                known.put(name, List.of(value));
            }
        });
        return known;
    }

    String title() {
        var asked = address.value("q");
        return asked.isEmpty() ? text("search.title") : text("search.title.for", asked);
    }

    Search model(PublicQuery query, PublicPage page) {
        var highlight = new Highlight(query.text());
        var cards = page.items().stream()
                .map(item -> card(address, collection, item, highlight))
                .toList();
        var empty = cards.isEmpty() && query.cursor() == null;
        var total = Objects.requireNonNull(page.total(), "the page asked for the count");
        var more = page.prevCursor() != null || page.nextCursor() != null;
        return search(
                null,
                empty ? text("count.none") : text(page.atLeast() ? "count.more" : "count", total),
                cards,
                empty ? nothing(query) : null,
                more ? new Pager(turned(page.prevCursor()), turned(page.nextCursor())) : null);
    }

    Search refused(List<Violation> violations) {
        // A cursor that is refused has no violation: nobody typed it.
        var problems = violations.isEmpty()
                ? List.of(new Problem(address.with("cursor", ""), text("errors.cursor")))
                : violations.stream().map(this::problem).toList();
        return search(new ErrorSummary(text("errors.title"), problems), text("count.refused"), List.of(), null, null);
    }

    String text(String key, Object... values) {
        return pages.text(address, VIEW, key, values);
    }

    private Search search(
            @Nullable ErrorSummary errors,
            String count,
            List<Card> cards,
            @Nullable Empty empty,
            @Nullable Pager pager) {
        return new Search(
                new SearchBox(text("search.label"), text("search.hint"), address.value("q"), collection.id()),
                filters(),
                SearchController.language(address),
                address.to("/search", all.size() < 2 ? Map.of() : Map.of(COLLECTION, collection.id())),
                errors,
                count,
                cards,
                empty,
                pager);
    }

    private List<Control> filters() {
        var controls = new ArrayList<Control>();
        if (all.size() > 1) {
            var options = all.stream()
                    .map(one -> new Option(one.id(), title(one), one.id().equals(collection.id())))
                    .toList();
            controls.add(new Control("f-" + COLLECTION, COLLECTION, text("filter.collection"), "", options));
        }
        collection.facets().forEach(facet -> controls.add(control(facet)));
        return controls;
    }

    private Control control(Facet facet) {
        var value = address.value(facet.parameter());
        var options = new ArrayList<Option>();
        if (!facet.choices().isEmpty()) {
            options.add(new Option("", text("filter.all"), value.isEmpty()));
            facet.choices()
                    .forEach(choice -> options.add(new Option(
                            choice.value(),
                            choice.title().in(address.language()),
                            choice.value().equals(value))));
        }
        return new Control(
                "f-" + facet.parameter(), facet.parameter(), facet.title().in(address.language()), value, options);
    }

    /** A record in a list. */
    static Card card(PageAddress address, PublicCollection collection, PublicRecord item, Highlight highlight) {
        var language = address.language();
        return new Card(
                address.to("/" + collection.id() + "/" + item.id()),
                highlight.parts(item.name()),
                new StateTag(item.state(), item.stateTitle().in(language)),
                item.summary().stream()
                        .map(field -> new Row(
                                field.title().in(language),
                                highlight.parts(field.value().in(language))))
                        .toList());
    }

    private Empty nothing(PublicQuery query) {
        var advice = new ArrayList<String>();
        if (!address.value("q").isEmpty()) {
            advice.add(text("empty.shorter"));
            advice.add(text("empty.number"));
        }
        if (collection.facets().stream()
                .anyMatch(facet -> !address.value(facet.parameter()).isEmpty())) {
            advice.add(text("empty.filters"));
        }
        if (advice.isEmpty()) {
            advice.add(text("empty.later"));
        }
        var near = new NearSearches(pages, address, collections, collection);
        return new Empty(text("empty.title"), advice, near.leads(query));
    }

    private Problem problem(Violation violation) {
        var name = violation.pointer().substring(Math.min(1, violation.pointer().length()));
        var said = violation.message().in(address.language());
        var facet = collection.facet(name);
        if (facet.isPresent()) {
            var label = facet.get().title().in(address.language());
            return new Problem("#f-" + name, text("errors.of", label, said));
        }
        return name.equals("cursor")
                ? new Problem(address.with("cursor", ""), text("errors.cursor"))
                : new Problem("#q", text("errors.of", text("search.label"), said));
    }

    private @Nullable String turned(@Nullable String cursor) {
        return cursor == null ? null : address.with("cursor", cursor);
    }

    private String title(PublicCollection one) {
        return one.title().in(address.language());
    }
}
