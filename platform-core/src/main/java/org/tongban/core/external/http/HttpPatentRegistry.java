package org.tongban.core.external.http;

import com.fasterxml.jackson.databind.JsonNode;
import io.micronaut.context.annotation.Requires;
import jakarta.inject.Singleton;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.StreamSupport;
import org.jspecify.annotations.Nullable;
import org.tongban.core.external.PatentRegistry;
import org.tongban.core.external.RegistryUnavailable;
import org.tongban.core.identifier.PatentNumber;
import org.tongban.core.web.DomainException;

/** The registry of patents behind a gateway (CO-75); long lists come in pages. */
@Singleton
@Requires(property = "platform.registries.patents.url")
class HttpPatentRegistry implements PatentRegistry {
    private static final Duration SHORTLY = Duration.ofSeconds(10);

    private final RegistryClient client;
    private final int pageSize;

    HttpPatentRegistry(RegistryClients clients) {
        this.client = clients.of(RegistryClients.PATENTS);
        this.pageSize = clients.pageSize(RegistryClients.PATENTS);
    }

    @Override
    public Optional<Entry> find(PatentNumber number) {
        return client.get("patents/" + number.value(), "Patent", document -> {
            var entry = entry(document);
            if (!entry.number().equals(number)) {
                throw new IllegalArgumentException("the entry of another number");
            }
            return entry;
        });
    }

    @Override
    public List<Entry> heldBy(List<String> names, @Nullable PatentNumber after, int limit) {
        var found = new ArrayList<Entry>();
        var last = after;
        while (found.size() < limit) {
            var most = Math.min(pageSize, limit - found.size());
            var page = page(names, last, most);
            found.addAll(page);
            if (page.size() < most) {
                break;
            }
            last = page.getLast().number();
        }
        return List.copyOf(found);
    }

    private List<Entry> page(List<String> names, @Nullable PatentNumber after, int most) {
        var path = "patents?" + holders(names) + (after == null ? "" : "&after=" + after.value()) + "&limit=" + most;
        return client.get(path, "PatentPage", document -> {
                    var entries = StreamSupport.stream(document.path("items").spliterator(), false)
                            .map(HttpPatentRegistry::entry)
                            .toList();
                    requireInOrder(entries, after, most);
                    return entries;
                })
                .orElseThrow(HttpPatentRegistry::noList);
    }

    /** A page that does not lead on would be asked for again for ever. */
    private static void requireInOrder(List<Entry> entries, @Nullable PatentNumber after, int most) {
        var before = after == null ? "" : after.value();
        for (var entry : entries) {
            if (entry.number().value().compareTo(before) <= 0) {
                throw new IllegalArgumentException("numbers out of order");
            }
            before = entry.number().value();
        }
        if (entries.size() > most) {
            throw new IllegalArgumentException("more entries than were asked for");
        }
    }

    @Override
    public long countHeldBy(List<String> names) {
        return client.get(
                        "patents/count?" + holders(names),
                        "Count",
                        document -> document.path("count").asLong())
                .orElseThrow(HttpPatentRegistry::noList);
    }

    /** A list may be empty, and is never unknown. */
    private static DomainException noList() {
        return RegistryUnavailable.after(SHORTLY);
    }

    private static String holders(List<String> names) {
        return names.stream()
                .map(name -> "holder=" + URLEncoder.encode(name, StandardCharsets.UTF_8))
                .collect(Collectors.joining("&"));
    }

    private static Entry entry(JsonNode document) {
        return new Entry(
                new PatentNumber(document.path("number").asText()),
                PatentKind.valueOf(HttpBusinessRegistry.name(document.path("kind"))),
                document.path("title").asText(),
                HttpBusinessRegistry.texts(document.path("holders")),
                LocalDate.parse(document.path("filedOn").asText()),
                HttpBusinessRegistry.date(document, "grantedOn"),
                LegalStatus.valueOf(HttpBusinessRegistry.name(document.path("legalStatus"))),
                LocalDate.parse(document.path("statusOn").asText()),
                document.path("termExtensionDays").asInt());
    }
}
