package org.tongban.core.page;

import io.micronaut.http.HttpRequest;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.tongban.core.module.Language;

/**
 * The address of a page and the language it is shown in (CO-10). A language that was chosen by the parameter {@code lang}
 * stays in every link made here; no cookie is needed (PO-5).
 *
 * @param chosen whether the address itself names the language
 * @param query the other parameters in their order; of a repeated one the first
 */
public record PageAddress(Language language, boolean chosen, String path, Map<String, String> query) {
    private static final String LANG = "lang";
    private static final int LONGEST = 8000;

    public PageAddress {
        query = Collections.unmodifiableMap(new LinkedHashMap<>(query));
    }

    /** The address that was asked for. */
    public static PageAddress of(HttpRequest<?> request) {
        var query = new LinkedHashMap<String, String>();
        var given = request.getUri().getRawQuery();
        // What is too long to be answered is not repeated in every link.
        boolean isShort = given == null || given.length() <= LONGEST;
        for (var name : request.getParameters().names()) {
            var value = request.getParameters().get(name);
            if (isShort || name.equals(LANG)) {
                query.put(name, value == null ? "" : value);
            }
        }
        return of(request.getPath(), query, request.getHeaders().get("Accept-Language"));
    }

    /** A browser takes what follows two slashes, of either kind, for another site. */
    private static String ours(String path) {
        return path.replaceFirst("^[/\\\\]+", "/");
    }

    /** The address of a path with its parameters, {@code lang} among them. */
    static PageAddress of(String path, Map<String, String> parameters, @Nullable String accepted) {
        var query = new LinkedHashMap<>(parameters);
        var lang = query.remove(LANG);
        var language = switch (lang == null ? "" : lang) {
            case "zh" -> Language.ZH;
            case "en" -> Language.EN;
            default -> null;
        };
        return language == null
                ? new PageAddress(Language.accepted(accepted), false, ours(path), query)
                : new PageAddress(language, true, ours(path), query);
    }

    /** The parameter's value without blanks around it, empty where it is absent. */
    public String value(String name) {
        return query.getOrDefault(name, "").strip();
    }

    /** A link to a page without parameters. */
    public String to(String target) {
        return to(target, Map.of());
    }

    /** A link to a page; parameters with an empty value are left out. */
    public String to(String target, Map<String, String> parameters) {
        return link(target, parameters, chosen ? code(language) : "");
    }

    /** This page with one parameter set; an empty value removes it. */
    public String with(String name, String value) {
        var changed = new LinkedHashMap<>(query);
        changed.put(name, value);
        return to(path, changed);
    }

    /** The language that the page is not shown in. */
    public Language otherLanguage() {
        return switch (language) {
            case ZH -> Language.EN;
            case EN -> Language.ZH;
        };
    }

    /** This page in the given language. */
    public String in(Language other) {
        return link(path, query, code(other));
    }

    /** The address of a page without parameters in the given language. */
    public static String in(Language language, String path) {
        return link(path, Map.of(), code(language));
    }

    /**
     * The addresses of a page without parameters by language, for search engines (PO-6); {@code x-default} is shown in
     * whichever the browser wants.
     */
    public static Map<String, String> languages(String path) {
        var addresses = new LinkedHashMap<String, String>();
        for (var language : Language.values()) {
            addresses.put(language.tag(), link(path, Map.of(), code(language)));
        }
        addresses.put("x-default", path);
        return addresses;
    }

    /** The value of {@code lang} for forms, empty where the address does not name the language. */
    public String lang() {
        return chosen ? code(language) : "";
    }

    private static String link(String target, Map<String, String> parameters, String lang) {
        // In the order of the alphabet: one search has one address, whatever made the link.
        var all = new TreeMap<>(parameters);
        all.put(LANG, lang);
        var text = all.entrySet().stream()
                .filter(entry -> !entry.getValue().isEmpty())
                .map(entry -> encoded(entry.getKey()) + "=" + encoded(entry.getValue()))
                .collect(Collectors.joining("&"));
        return text.isEmpty() ? target : target + "?" + text;
    }

    private static String encoded(String text) {
        return URLEncoder.encode(text, StandardCharsets.UTF_8);
    }

    private static String code(Language language) {
        return switch (language) {
            case ZH -> "zh";
            case EN -> "en";
        };
    }
}
