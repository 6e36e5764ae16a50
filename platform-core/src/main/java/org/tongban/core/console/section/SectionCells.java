package org.tongban.core.console.section;

import com.fasterxml.jackson.databind.JsonNode;
import jakarta.inject.Singleton;
import java.time.Instant;
import java.time.LocalDate;
import java.time.format.DateTimeParseException;
import java.util.List;
import java.util.Locale;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.StreamSupport;
import org.tongban.core.console.ConsolePages;
import org.tongban.core.console.Dates;
import org.tongban.core.console.section.SectionShown.Cell;
import org.tongban.core.page.Component.StateTag;
import org.tongban.core.page.PageAddress;
import org.tongban.core.page.form.FormField.Link;
import org.tongban.core.section.ConsoleSection.Field;
import org.tongban.core.section.ConsoleSection.Kind;

/** Writes what the API answers as people read it. */
@Singleton
class SectionCells {
    private static final String FILES = ConsolePages.HOME + "/files/";

    private final ConsolePages pages;

    SectionCells(ConsolePages pages) {
        this.pages = pages;
    }

    Cell of(PageAddress address, Field field, JsonNode record, String href) {
        var label = field.title().in(address.language());
        var value = record.at(field.pointer());
        if (field.kind() == Kind.STATE && !value.asText("").isEmpty()) {
            return new Cell(label, "", new StateTag(value.asText(), word(field, record, value)), href, List.of());
        }
        if (field.kind() == Kind.FILES) {
            return new Cell(label, "", null, "", links(address, value));
        }
        return new Cell(label, text(address, field, record, value), null, href, List.of());
    }

    private List<Link> links(PageAddress address, JsonNode files) {
        return IntStream.range(0, files.size())
                .mapToObj(number -> new Link(
                        address.to(FILES + files.get(number).asText()),
                        pages.text(address, "section.file", number + 1)))
                .toList();
    }

    /** The value as a line of text. */
    String text(PageAddress address, Field field, JsonNode record) {
        return text(address, field, record, record.at(field.pointer()));
    }

    private String text(PageAddress address, Field field, JsonNode record, JsonNode value) {
        if (value.isMissingNode() || value.isNull()) {
            return "";
        }
        if (!field.word().isEmpty()) {
            return word(field, record, value);
        }
        for (var known : field.values()) {
            if (known.code().equals(value.asText())) {
                return known.title().in(address.language());
            }
        }
        if (value.isArray()) {
            return StreamSupport.stream(value.spliterator(), false)
                    .map(JsonNode::asText)
                    .collect(Collectors.joining(pages.text(address, "section.and")));
        }
        try {
            return switch (field.kind()) {
                case TEXT, STATE, FILES -> value.asText();
                case DAY -> Dates.of(LocalDate.parse(value.asText()), address.language());
                case MOMENT -> Dates.of(Instant.parse(value.asText()), address.language());
                case NUMBER ->
                    value.isIntegralNumber() ? String.format(Locale.ROOT, "%,d", value.longValue()) : value.asText();
                case TRUTH -> pages.text(address, value.asBoolean() ? "section.yes" : "section.no");
            };
        } catch (DateTimeParseException otherwiseWritten) {
            return value.asText();
        }
    }

    private static String word(Field field, JsonNode record, JsonNode value) {
        var word = field.word().isEmpty() ? "" : record.at(field.word()).asText("");
        return word.isEmpty() ? value.asText() : word;
    }

    /** The values at these places as the key of a record; empty where one of them is absent. */
    static String key(JsonNode row, List<String> pointers) {
        var values =
                pointers.stream().map(row::at).map(value -> value.asText("")).toList();
        return values.contains("") ? "" : String.join(SectionKey.BETWEEN, values);
    }
}
