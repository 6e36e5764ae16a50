package org.tongban.filing.patent;

import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import java.time.LocalDate;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.tongban.core.external.PatentRegistry.Entry;
import org.tongban.core.identifier.Folding;
import org.tongban.core.identifier.SearchGrams;
import org.tongban.core.web.Ids;

/** Patents as rows of the unit's list, for {@link PatentRepository#take} and {@link PatentRepository#add}, and what finds them. */
final class RegistryRows {
    /** Stands between the parts of what is searched; folded text never holds it. */
    private static final String BORDER = "|";

    private RegistryRows() {}

    /** Entries of the registry as the JSON array that the statement reads, with the status of a day. */
    static String of(List<Entry> entries, LocalDate today) {
        var rows = JsonNodeFactory.instance.arrayNode(entries.size());
        for (var entry : entries) {
            var current = PatentTerm.current(entry, today);
            var grantedOn = entry.grantedOn();
            var row = rows.addObject()
                    .put("id", Ids.next().toString())
                    .put("number", entry.number().value())
                    .put("kind", entry.kind().name())
                    .put("title", entry.title())
                    .put("filed_on", entry.filedOn().toString())
                    .put("granted_on", grantedOn == null ? null : grantedOn.toString())
                    .put("legal_status", current.status().name())
                    .put("status_on", current.on().toString())
                    .put("expires_on", PatentTerm.expiresOn(entry).toString())
                    .put("search_text", searchText(entry.number().value(), entry.title(), entry.holders()))
                    .put("folding", Folding.searchVersion());
            var holders = row.putArray("holders");
            entry.holders().forEach(holders::add);
        }
        return rows.toString();
    }

    /** A row that was made by hand as the JSON object that the statement reads. */
    static String of(UnitPatent patent) {
        var row = JsonNodeFactory.instance.objectNode();
        row.put("id", patent.id().toString())
                .put("unit", patent.unit().toString())
                .put("number", patent.number())
                .put("kind", patent.kind().name())
                .put("title", patent.title())
                .put("filed_on", patent.filedOn().toString())
                .put("granted_on", text(patent.grantedOn()))
                .put("legal_status", patent.legalStatus().name())
                .put("status_on", patent.statusOn().toString())
                .put("expires_on", patent.expiresOn().toString())
                .put("acquisition", patent.acquisition().name())
                .put("source", patent.source().name())
                .put("verified", patent.verified())
                .put("search_text", searchText(patent))
                .put("folding", Folding.searchVersion())
                .put("version", patent.version())
                .put("changed_at", patent.changedAt().toString())
                .put("licensor", patent.licensor())
                .put("licence_kind", text(patent.licenceKind()))
                .put("licence_from", text(patent.licenceFrom()))
                .put("licence_to", text(patent.licenceTo()))
                .put("licence_record_number", patent.licenceRecordNumber())
                .put("licence_proof", text(patent.licenceProof()));
        var holders = row.putArray("holders");
        patent.holders().forEach(holders::add);
        return row.toString();
    }

    private static @Nullable String text(@Nullable Object value) {
        return value == null ? null : value.toString();
    }

    /** The patterns of words anywhere in number, title and holders. */
    static Stream<String> anywhere(@Nullable String query) {
        return patterns(query, "%", "%");
    }

    /** The patterns of words in the number. */
    static Stream<String> inNumber(@Nullable String query) {
        return patterns(query, "%", "%|%|%");
    }

    /** The patterns of words in the title. */
    static Stream<String> inTitle(@Nullable String query) {
        return patterns(query, "%|%", "%|%");
    }

    /** The patterns of words in the holders' names. */
    static Stream<String> inHolders(@Nullable String query) {
        return patterns(query, "%|%|%", "%");
    }

    /** Each word is to be met; signs alone are met by nothing. */
    private static Stream<String> patterns(@Nullable String query, String before, String after) {
        if (query == null || query.isBlank()) {
            return Stream.of();
        }
        var words = SearchGrams.words(query);
        return words.isEmpty() ? Stream.of("") : words.stream().map(word -> before + word + after);
    }

    /** What a patent is found by. */
    static String searchText(UnitPatent patent) {
        return searchText(patent.number(), patent.title(), patent.holders());
    }

    /** What PF-22 searches, each part folded by itself so that none runs into the next. */
    private static String searchText(String number, String title, List<String> holders) {
        return Stream.of(
                        Folding.search("ZL" + number),
                        Folding.search(title),
                        holders.stream().map(Folding::search).collect(Collectors.joining(" ")))
                .collect(Collectors.joining(BORDER));
    }
}
