package org.tongban.filing.patent;

import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.tongban.core.external.PatentRegistry.Entry;
import org.tongban.core.identifier.Folding;
import org.tongban.core.identifier.SearchGrams;
import org.tongban.core.web.Ids;

/** Entries of the registry as rows of the unit's list, for {@link PatentRepository#take}. */
final class RegistryRows {
    private RegistryRows() {}

    /** The rows as the JSON array that the statement reads. */
    static String of(List<Entry> entries) {
        var rows = JsonNodeFactory.instance.arrayNode(entries.size());
        for (var entry : entries) {
            var row = rows.addObject()
                    .put("id", Ids.next().toString())
                    .put("number", entry.number().value())
                    .put("kind", entry.kind().name())
                    .put("title", entry.title())
                    .put("filed_on", entry.filedOn().toString())
                    .put("legal_status", entry.legalStatus().name())
                    .put("status_on", entry.statusOn().toString())
                    .put(
                            "expires_on",
                            PatentTerm.expiresOn(entry.kind(), entry.filedOn()).toString())
                    .put("search_text", searchText(entry));
            var grantedOn = entry.grantedOn();
            row.put("granted_on", grantedOn == null ? null : grantedOn.toString());
            var holders = row.putArray("holders");
            entry.holders().forEach(holders::add);
        }
        return rows.toString();
    }

    /** The words of a search as patterns, each of which the folded text must meet; signs alone meet none. */
    static String[] patterns(String query) {
        var words = SearchGrams.words(query);
        return words.isEmpty() && !query.isBlank()
                ? new String[] {""}
                : words.stream().map(word -> "%" + word + "%").toArray(String[]::new);
    }

    /** What PF-22 searches, each part folded by itself so that none runs into the next. */
    private static String searchText(Entry entry) {
        return Stream.concat(Stream.of("ZL" + entry.number().value(), entry.title()), entry.holders().stream())
                .map(Folding::search)
                .collect(Collectors.joining(" "));
    }
}
