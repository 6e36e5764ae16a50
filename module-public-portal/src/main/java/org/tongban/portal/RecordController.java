package org.tongban.portal;

import io.micronaut.http.HttpRequest;
import io.micronaut.http.HttpResponse;
import io.micronaut.http.MediaType;
import io.micronaut.http.annotation.Controller;
import io.micronaut.http.annotation.Get;
import io.swagger.v3.oas.annotations.Hidden;
import java.time.format.DateTimeFormatter;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.tongban.core.module.Language;
import org.tongban.core.module.Title;
import org.tongban.core.page.Component.Row;
import org.tongban.core.page.Component.Section;
import org.tongban.core.page.Component.StateTag;
import org.tongban.core.page.Component.Table;
import org.tongban.core.page.ErrorPages;
import org.tongban.core.page.Highlight;
import org.tongban.core.page.Page;
import org.tongban.core.page.Page.Crumb;
import org.tongban.core.page.PageAddress;
import org.tongban.core.page.Pages;
import org.tongban.core.publicdata.PublicCollection;
import org.tongban.core.publicdata.PublicCollections;
import org.tongban.core.publicdata.PublicRecord;
import org.tongban.core.time.BusinessClock;
import org.tongban.core.web.CoreError;
import org.tongban.core.web.DomainException;
import org.tongban.core.web.Open;
import org.tongban.portal.Models.Detail;
import org.tongban.portal.Models.Picture;
import org.tongban.portal.form.Entrances;

/** The page of one public record (PF-70, PO-1). */
@Hidden
@Controller(produces = MediaType.TEXT_HTML)
class RecordController {
    private static final String VIEW = "portal/detail";
    private static final DateTimeFormatter ZH = DateTimeFormatter.ofPattern("yyyy年M月d日 HH:mm");
    private static final DateTimeFormatter EN = DateTimeFormatter.ofPattern("yyyy-MM-dd HH:mm");

    private final Pages pages;
    private final ErrorPages errors;
    private final PublicCollections collections;
    private final Entrances entrances;

    RecordController(Pages pages, ErrorPages errors, PublicCollections collections, Entrances entrances) {
        this.pages = pages;
        this.errors = errors;
        this.collections = collections;
        this.entrances = entrances;
    }

    @Open
    // Not of every first segment: what is asked of /.well-known/… in HTML is refused by its own route.
    @Get("/{collection:[a-z][a-z0-9-]*}/{id}")
    HttpResponse<String> record(HttpRequest<?> request, String collection, String id) {
        var declared = collections.find(collection);
        var found = declared.flatMap(one ->
                uuid(id).flatMap(key -> collections.record(one, key).map(item -> page(request, one, item))));
        if (found.isPresent()) {
            return found.get();
        }
        if (errors.answers(request)) {
            return errors.notFound(request);
        }
        // Two segments below a path of machines, which no other route takes: theirs is an answer in JSON.
        throw DomainException.of(CoreError.NOT_FOUND);
    }

    private HttpResponse<String> page(HttpRequest<?> request, PublicCollection collection, PublicRecord item) {
        var address = PageAddress.of(request);
        var language = address.language();
        var model = new Detail(
                item.name(),
                new StateTag(item.state(), item.stateTitle().in(language)),
                item.stateMeaning().in(language),
                entrances.about(address, collection.id(), item.id()),
                pictures(item, address),
                sections(item, address),
                changed(item, language));
        var crumbs = List.of(
                new Crumb(pages.text(address, VIEW, "home"), address.to("/")),
                new Crumb(
                        collection.title().in(language), address.to("/search", Map.of("collection", collection.id()))),
                new Crumb(item.name(), null));
        return pages.answer(
                request,
                address,
                Page.of(VIEW, item.name(), crumbs, model)
                        .changed(item.changedAt())
                        .about(told(item, language), Structured.record(item, language)));
    }

    /** The record in a sentence: its name, what its card tells, and its state. */
    private static String told(PublicRecord item, Language language) {
        return Stream.concat(
                        Stream.of(item.name(), item.stateTitle().in(language)),
                        item.summary().stream()
                                .map(field -> field.title().in(language)
                                        + (language == Language.EN ? ": " : "：")
                                        + field.value().in(language)))
                .collect(Collectors.joining(language == Language.EN ? ", " : "，"));
    }

    private List<Picture> pictures(PublicRecord item, PageAddress address) {
        var pictures = new ArrayList<Picture>();
        for (var href : item.pictures()) {
            pictures.add(new Picture(href, pages.text(address, VIEW, "picture", item.name(), pictures.size() + 1)));
        }
        return pictures;
    }

    private static List<Section> sections(PublicRecord item, PageAddress address) {
        var language = address.language();
        var sections = new ArrayList<Section>();
        for (var section : item.sections()) {
            var rows = section.fields().stream()
                    .map(field -> new Row(
                            field.title().in(language),
                            Highlight.NONE.parts(field.value().in(language)),
                            field.link() == null ? null : address.to(field.link())))
                    .toList();
            var title = section.title().in(language);
            sections.add(
                    new Section("s" + (sections.size() + 1), title, rows, table(title, section.table(), language)));
        }
        return sections;
    }

    private static @Nullable Table table(String title, PublicRecord.@Nullable Table table, Language language) {
        if (table == null) {
            return null;
        }
        var rows = table.rows().stream().map(row -> texts(row, language)).toList();
        return new Table(title, texts(table.columns(), language), rows);
    }

    private static List<String> texts(List<Title> titles, Language language) {
        return titles.stream().map(title -> title.in(language)).collect(Collectors.toList());
    }

    private static String changed(PublicRecord item, Language language) {
        var time = item.changedAt().atZone(BusinessClock.ZONE);
        return switch (language) {
            case ZH -> ZH.format(time);
            case EN -> EN.format(time);
        };
    }

    private static Optional<UUID> uuid(String text) {
        // UUID.fromString also takes shortened groups, which would give one record many addresses.
        return text.matches("[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}")
                ? Optional.of(UUID.fromString(text))
                : Optional.empty();
    }
}
