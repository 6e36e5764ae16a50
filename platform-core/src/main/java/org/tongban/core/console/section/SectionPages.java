package org.tongban.core.console.section;

import com.fasterxml.jackson.databind.JsonNode;
import io.micronaut.http.HttpRequest;
import jakarta.inject.Singleton;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.StreamSupport;
import org.jspecify.annotations.Nullable;
import org.tongban.core.console.ConsolePages;
import org.tongban.core.console.Faults;
import org.tongban.core.console.section.SectionShown.Cell;
import org.tongban.core.console.section.SectionShown.Deed;
import org.tongban.core.console.section.SectionShown.Table;
import org.tongban.core.page.Component.Control;
import org.tongban.core.page.Component.Empty;
import org.tongban.core.page.Component.Hidden;
import org.tongban.core.page.Component.Notice;
import org.tongban.core.page.Component.Option;
import org.tongban.core.page.Component.Pager;
import org.tongban.core.page.Page;
import org.tongban.core.page.Page.Crumb;
import org.tongban.core.page.PageAddress;
import org.tongban.core.section.ConsoleSection;
import org.tongban.core.section.ConsoleSection.Action;
import org.tongban.core.section.ConsoleSection.Belonging;
import org.tongban.core.section.ConsoleSection.Field;
import org.tongban.core.section.ConsoleSection.Filter;
import org.tongban.core.section.ConsoleSection.Kind;
import org.tongban.core.section.ConsoleSection.Link;
import org.tongban.core.section.ConsoleSection.Listing;
import org.tongban.core.section.ConsoleSection.Within;
import org.tongban.core.web.Caller;
import org.tongban.core.web.CoreError;
import org.tongban.core.web.DomainException;
import org.tongban.core.web.internal.OperationCalls;
import org.tongban.core.web.internal.OperationCalls.Asked;

/** Makes the pages of a section: its list, and one of its records (CO-47b). */
@Singleton
class SectionPages {
    /** The parameter that says what was just done. */
    static final String DONE = "done";

    private static final String CURSOR = "cursor";
    private static final String ROWS = "25";

    private final ConsolePages pages;
    private final OperationCalls calls;
    private final SectionCells cells;

    SectionPages(ConsolePages pages, OperationCalls calls, SectionCells cells) {
        this.pages = pages;
        this.calls = calls;
        this.cells = cells;
    }

    /** Who asks for what. */
    record Reader(HttpRequest<?> request, Caller caller, PageAddress address) {
        static Reader of(HttpRequest<?> request, Caller caller) {
            return new Reader(request, caller, PageAddress.of(request));
        }
    }

    Page list(Reader reader, ConsoleSection section, Listing listing, Faults faults) {
        var address = reader.address;
        var title = section.title().in(address.language());
        var shown = new SectionShown.ListPage(
                title,
                done(address, section),
                faults.summary(pages.text(address, "section.failed")),
                deeds(reader, section, SectionKey.NONE, null),
                table(reader, title, listing, Map.of(), CURSOR));
        return pages.page(reader.request, "section", title, List.of(), shown);
    }

    Page record(Reader reader, ConsoleSection section, ConsoleSection.Shown record, String key, Faults faults) {
        var address = reader.address;
        var read = read(reader, section, record, key).body();
        var title = heading(reader, record, read);
        var facts = record.facts().stream()
                .map(field -> cells.of(address, field, read, ""))
                .toList();
        var state = facts.stream()
                .map(Cell::tag)
                .filter(tag -> tag != null)
                .findFirst()
                .orElse(null);
        var shown = new SectionShown.RecordPage(
                title,
                state,
                done(address, section),
                faults.summary(pages.text(address, "section.failed")),
                facts.stream()
                        .filter(fact -> !fact.text().isEmpty() || !fact.links().isEmpty())
                        .toList(),
                deeds(reader, section, key, read),
                parts(reader, section, record, key, read));
        return pages.page(reader.request, "section-record", title, above(address, section), shown);
    }

    /** What names a record that was read. */
    String heading(Reader reader, ConsoleSection.Shown record, JsonNode read) {
        return cells.text(reader.address, record.heading(), read);
    }

    OperationCalls.Told read(Reader reader, ConsoleSection section, ConsoleSection.Shown record, String key) {
        return calls.call(
                reader.request,
                reader.caller,
                reader.address.language(),
                Asked.of(record.operation(), SectionKey.variables(section, key), Map.of()));
    }

    /** The way to the section's list, where it has one. */
    List<Crumb> above(PageAddress address, ConsoleSection section) {
        var title = section.title().in(address.language());
        return section.listing() == null
                ? List.of()
                : List.of(new Crumb(title, address.to(SectionKey.list(section.id()))));
    }

    private @Nullable Notice done(PageAddress address, ConsoleSection section) {
        var done = address.value(DONE);
        return section.actions().stream()
                .filter(action -> action.operation().equals(done))
                .findFirst()
                .map(action -> new Notice(
                        "info",
                        pages.text(address, "section.done", action.title().in(address.language()))))
                .orElse(null);
    }

    private List<Deed> deeds(Reader reader, ConsoleSection section, String key, @Nullable JsonNode record) {
        return section.actions().stream()
                .filter(action -> action.onRecord() == (record != null))
                .filter(action -> calls.may(reader.caller, action.operation()))
                .filter(action -> record == null || isOffered(action, record))
                .map(action -> new Deed(
                        action.title().in(reader.address.language()),
                        reader.address.to(SectionKey.action(section.id(), key, action.operation())),
                        !calls.takesBody(action.operation())))
                .toList();
    }

    private static boolean isOffered(Action action, JsonNode record) {
        var where = action.where();
        return where == null || where.holds(record);
    }

    private Control control(PageAddress address, Filter filter) {
        var chosen = address.value(filter.parameter());
        var options = new ArrayList<Option>();
        options.add(new Option("", pages.text(address, "filter.all"), chosen.isEmpty()));
        filter.values()
                .forEach(value -> options.add(new Option(
                        value.code(),
                        value.title().in(address.language()),
                        value.code().equals(chosen))));
        return new Control(
                filter.parameter(), filter.parameter(), filter.title().in(address.language()), chosen, options);
    }

    private List<Table> parts(
            Reader reader, ConsoleSection section, ConsoleSection.Shown record, String key, JsonNode read) {
        var tables = new ArrayList<Table>();
        for (int i = 0; i < record.parts().size(); i++) {
            var part = record.parts().get(i);
            var title = part.title().in(reader.address.language());
            switch (part) {
                case Within(var _, var pointer, var columns) ->
                    tables.add(table(reader, title, new Listing("", columns, null), read.at(pointer), null));
                case Belonging(var _, var listing) -> {
                    var path = SectionKey.variables(section, key);
                    belonging(reader, title, listing, path, CURSOR + "-" + i).ifPresent(tables::add);
                }
            }
        }
        return tables;
    }

    /** Empty where the list is there for others alone: of a round everybody sees the dates. */
    private Optional<Table> belonging(
            Reader reader, String title, Listing listing, Map<String, String> path, String cursor) {
        try {
            return Optional.of(table(reader, title, listing, path, cursor));
        } catch (DomainException absent) {
            if (absent.code() == CoreError.NOT_FOUND || absent.code() == CoreError.FORBIDDEN) {
                return Optional.empty();
            }
            throw absent;
        }
    }

    private Table table(Reader reader, String title, Listing listing, Map<String, String> path, String cursor) {
        var address = reader.address;
        var query = new HashMap<String, String>();
        listing.filters().stream()
                .map(Filter::parameter)
                .filter(parameter -> !address.value(parameter).isEmpty())
                .forEach(parameter -> query.put(parameter, address.value(parameter)));
        query.put("limit", ROWS);
        if (!address.value(cursor).isEmpty()) {
            query.put(CURSOR, address.value(cursor));
        }
        var answer = calls.call(
                        reader.request, reader.caller, address.language(), Asked.of(listing.operation(), path, query))
                .body();
        var previous = answer.path("prevCursor").asText("");
        var next = answer.path("nextCursor").asText("");
        var pager = previous.isEmpty() && next.isEmpty()
                ? null
                : new Pager(
                        previous.isEmpty() ? null : at(address, cursor, previous),
                        next.isEmpty() ? null : at(address, cursor, next));
        var items = answer.isArray() ? answer : answer.path("items");
        return table(reader, title, listing, items, pager);
    }

    private static String at(PageAddress address, String cursor, String place) {
        var parameters = new LinkedHashMap<>(address.query());
        parameters.remove(DONE);
        parameters.put(cursor, place);
        return address.to(address.path(), parameters);
    }

    private Table table(Reader reader, String title, Listing listing, JsonNode items, @Nullable Pager pager) {
        var address = reader.address;
        var rows = StreamSupport.stream(items.spliterator(), false)
                .map(item -> row(address, listing.columns(), listing.link(), item))
                .toList();
        return new Table(
                title,
                address.path(),
                address.lang().isEmpty() ? List.of() : List.of(new Hidden("lang", address.lang())),
                listing.filters().stream()
                        .map(filter -> control(address, filter))
                        .toList(),
                listing.columns().stream()
                        .map(column -> column.title().in(address.language()))
                        .toList(),
                rows,
                pager,
                rows.isEmpty() ? new Empty(pages.text(address, "section.empty"), List.of()) : null);
    }

    /** The first column that is no state leads to the record. */
    private List<Cell> row(PageAddress address, List<Field> columns, @Nullable Link link, JsonNode item) {
        var key = link == null ? "" : SectionCells.key(item, link.pointers());
        var href = link == null || key.isEmpty() ? "" : address.to(SectionKey.record(link.section(), key));
        var cellsOfRow = new ArrayList<Cell>();
        var linked = false;
        for (var column : columns) {
            var leads = !linked && column.kind() != Kind.STATE;
            linked |= leads;
            cellsOfRow.add(cells.of(address, column, item, leads ? href : ""));
        }
        return cellsOfRow;
    }
}
